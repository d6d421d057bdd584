using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.SetUrgency;

[Needs(Permission.DispatchRequests)]
internal sealed class SetUrgencyPage(SetUrgencyHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<SetUrgencyForm>(clocks, current)
{
    protected override string Said => "紧急程度改好了，时限跟着变了。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
