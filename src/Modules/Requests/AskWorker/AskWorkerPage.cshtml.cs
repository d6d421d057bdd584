using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AskWorker;

[Needs(Permission.HandleRequests)]
internal sealed class AskWorkerPage(AskWorkerHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<EntryForm>(cases, current)
{
    protected override string Said => "问过去了，职工回话时会提醒您。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
