using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReportUp;

/// <summary>报请上级 (接诉即办 Art 20), or the result to the unit that sent it.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class ReportUpPage(ReportUpHandler handler, CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseFilesPage<ReportUpForm>(cases, files, current)
{
    protected override string Said => "报上去了，会提醒那边的同志。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
