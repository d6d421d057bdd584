using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests.ReplyRequest;

[Needs(Permission.ReadRequests)]
internal sealed class ReplyRequestPage(ReplyRequestHandler handler, TemplatePicker templates, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<EntryForm>(TemplateUse.Reply, templates, cases, files, current)
{
    protected override string Said => "答复发出去了，等职工说解决没有。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
