using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.AskClock;

[Needs(Permission.HandleRequests)]
internal sealed class AskClockPage(AskClockHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<AskClockForm>(clocks, current)
{
    protected override string Said => "申请交上去了，批了会告诉您。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
