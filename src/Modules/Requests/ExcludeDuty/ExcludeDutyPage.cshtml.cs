using Microsoft.AspNetCore.Mvc;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.ExcludeDuty;

[Needs(Permission.ReadRequests)]
internal sealed class ExcludeDutyPage(ExcludeDutyHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<ExcludeDutyForm>(clocks, current)
{
    [FromRoute(Name = "duty")]
    public Guid Key { get; set; }

    /// <summary>Null where there is none of which days do not count.</summary>
    public RequestDuty? Duty => View.Duties.Select(duty => duty.Row).FirstOrDefault(duty => duty.Id == Key && duty is { IsOpen: true, Excludes: not null });

    protected override string Said => "这些天不算了，期限跟着往后。";

    protected override string Back => $"{CasePage.Address(Number)}/clock";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Key, Form, stop);
}
