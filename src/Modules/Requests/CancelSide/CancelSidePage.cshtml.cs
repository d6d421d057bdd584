using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CancelSide;

/// <summary>The lead calls a unit off.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class CancelSidePage(CancelSideHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    [FromRoute]
    public Guid Order { get; set; }

    protected override string Said => "撤下了，会告诉那个单位。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Order, Form, stop);
}
