using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.SuperviseRequest;

/// <summary>督办: watches a request until it has a report it accepts.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class SuperviseRequestPage(SuperviseRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<SuperviseRequestForm>(cases, current)
{
    protected override string Said => "督办了，会提醒办的单位。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
