using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReportSupervision;

/// <summary>Reports to who supervises.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class ReportSupervisionPage(ReportSupervisionHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    protected override string Said => "报上去了。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
