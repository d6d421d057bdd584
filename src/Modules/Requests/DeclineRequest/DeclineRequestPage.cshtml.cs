using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Approval;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.DeclineRequest;

[Needs(Permission.DispatchRequests)]
internal sealed class DeclineRequestPage(DeclineRequestHandler handler, ApprovalDesk approvals, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<EntryForm>(TemplateUse.Decline, templates, cases, files, current)
{
    private bool waitsForConsent;

    protected override string Said => waitsForConsent ? "交上去了，批了就告诉职工。" : "已经告诉职工该找谁。";

    protected override async Task<Result> ActAsync(Actor actor, CancellationToken stop)
    {
        waitsForConsent = await approvals.NeedsAsync(Number, stop);
        return await handler.HandleAsync(actor, Number, Form, stop);
    }
}
