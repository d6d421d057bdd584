using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AssessSide;

/// <summary>双考核: the unit that whistled and the one above the called assess, each once.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class AssessSidePage(AssessSideHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<AssessSideForm>(cases, current)
{
    [FromRoute]
    public Guid Order { get; set; }

    protected override string Said => "记下了。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Order, Form, stop);
}
