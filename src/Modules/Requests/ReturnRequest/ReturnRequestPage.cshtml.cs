using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ReturnRequest;

/// <summary>退单: says that it was sent to the wrong unit.</summary>
[Needs(Permission.HandleRequests)]
internal sealed class ReturnRequestPage(ReturnRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<ReturnRequestForm>(cases, current)
{
    protected override string Said => "申请交上去了，裁定以前时限照走。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
