using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReportUp;

/// <summary>报请上级 (接诉即办 Art 20), or the result to the unit that sent it.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class ReportUpPage(ReportUpHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<ReportUpForm>(cases, current)
{
    protected override string Said => "报上去了，会提醒那边的同志。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
