using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.ResumeClock;

[Needs(Permission.ReadRequests)]
internal sealed class ResumeClockPage(ResumeClockHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<ResumeClockForm>(clocks, current)
{
    protected override string Said => "恢复计时了，职工看得到新的日期。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
