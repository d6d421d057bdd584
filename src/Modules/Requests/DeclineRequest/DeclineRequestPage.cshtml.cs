using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.DeclineRequest;

[Needs(Permission.DispatchRequests)]
internal sealed class DeclineRequestPage(DeclineRequestHandler handler, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<EntryForm>(TemplateUse.Decline, templates, cases, files, current)
{
    protected override string Said => "已经告诉职工该找谁。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
