using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.CloseRequest;

[Needs(Permission.SuperviseRequests)]
internal sealed class CloseRequestPage(CloseRequestHandler handler, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<EntryForm>(TemplateUse.Decision, templates, cases, files, current)
{
    protected override string Said => "办结了，职工看得到您的决定。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
