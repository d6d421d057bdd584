using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.DecideClock;

[Needs(Permission.ReadRequests)]
internal sealed class DecideClockPage(DecideClockHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<DecideClockForm>(clocks, current)
{
    protected override string Said => "批好了，申请的同志会收到提醒。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
