using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.CloseRequest;

[Needs(Permission.SuperviseRequests)]
internal sealed class CloseRequestPage(CloseRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<EntryForm>(cases, current)
{
    protected override string Said => "办结了，职工看得到您的决定。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
