using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.AskWorker;

[Needs(Permission.HandleRequests)]
internal sealed class AskWorkerPage(AskWorkerHandler handler, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<EntryForm>(TemplateUse.Ask, templates, cases, files, current)
{
    protected override string Said => "问过去了，职工回话时会提醒您。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
