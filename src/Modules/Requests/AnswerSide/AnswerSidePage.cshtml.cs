using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AnswerSide;

/// <summary>A unit beside the lead gives its result, or tells how far it is.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class AnswerSidePage(AnswerSideHandler handler, CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseFilesPage<AnswerSideForm>(cases, files, current)
{
    [FromRoute]
    public Guid Order { get; set; }

    protected override string Said => "交了，会提醒主办单位。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Order, Form, stop);
}
