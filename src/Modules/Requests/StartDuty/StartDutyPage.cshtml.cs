using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.StartDuty;

[Needs(Permission.ReadRequests)]
internal sealed class StartDutyPage(StartDutyHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<StartDutyForm>(clocks, current)
{
    protected override string Said => "开始计时了。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
