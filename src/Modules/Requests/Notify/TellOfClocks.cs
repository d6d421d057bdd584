using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the desk of clocks: what is asked of whom, what was decided, what is nearly due, what was missed.</summary>
internal sealed class TellOfClocks(RequestsDb db, DeskNotices notices, TimeProvider clock) :
    IEventHandler<ClockAsked>, IEventHandler<ClockDecided>, IEventHandler<ClockWarned>, IEventHandler<ClockBreached>
{
    public async Task HandleAsync(ClockAsked happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "clock-asked", $"下面的同志申请{happened.Kind.Chinese()}，等您批", "/clock/decide",
        await DecidersAsync(happened.Request, happened.Unit, await db.ClockAsks.Where(ask => ask.Id == happened.Ask).Select(ask => ask.AskedBy).SingleAsync(stop), stop), stop);

    public Task HandleAsync(ClockDecided happened, CancellationToken stop) => notices.SendAsync(
        happened.Request, happened.Reference, "clock-decided", $"您申请的{happened.Kind.Chinese()}{(happened.Granted ? "批了" : "没有批，看看原因")}", "/clock",
        happened.AskedBy is { } asker ? [asker] : [], stop);

    public async Task HandleAsync(ClockWarned happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "clock-warned", $"{happened.Clock.Chinese()}快到了，{Spoken(happened.DueAt)}到期", "",
        await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(ClockBreached happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "clock-breached", $"{happened.Clock.Chinese()}过了，记在{await notices.NameAsync(happened.Unit, stop)}名下", "",
        [.. (await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop)).Concat(await DecidersAsync(happened.Request, happened.Unit, null, stop)).Concat(await LeadAsync(happened, stop)).Distinct()], stop);

    /// <summary>A helper's lateness keeps the lead waiting: whoever has the request is told too.</summary>
    private async Task<IReadOnlyCollection<AccountId>> LeadAsync(ClockBreached happened, CancellationToken stop)
    {
        var lead = await db.Requests.AsNoTracking().Where(request => request.Id == happened.Request).Select(request => new { request.Assignee, request.CurrentUnit }).SingleAsync(stop);
        return happened.Clock != ClockName.Hop || lead.CurrentUnit == happened.Unit ? [] : await notices.HoldersAsync(happened.Request, lead.Assignee, lead.CurrentUnit, stop);
    }

    private string Spoken(DateTimeOffset dueAt) => SpokenTime.Moment(dueAt, clock.GetUtcNow());

    private Task<IReadOnlyCollection<AccountId>> DecidersAsync(RequestId request, UnitId unit, AccountId? asker, CancellationToken stop) =>
        notices.DecidersAboveAsync(request, unit, asker, Acts.Needs(Act.DecideClock, default), stop);
}
