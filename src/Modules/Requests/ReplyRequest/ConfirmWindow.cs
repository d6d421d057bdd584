using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>How long a worker may take to say whether it is solved, before silence ends the request. Dated data: the row in force counts.</summary>
internal sealed class ConfirmWindow(RequestsDb db, Calendars calendars)
{
    public async Task<DateTimeOffset> EndAsync(DateTimeOffset repliedAt, CancellationToken stop) =>
        (await calendars.DeadlineAsync(stop)).After(repliedAt, await LimitAsync(repliedAt, stop)).At;

    public async Task<Limit> LimitAsync(DateTimeOffset repliedAt, CancellationToken stop)
    {
        var today = ChinaTime.DateOf(repliedAt);
        var days = await db.Context.Set<RequestSetting>().AsNoTracking()
            .Where(rule => rule.Key == Thresholds.ConfirmDays && rule.ValidFrom <= today).OrderByDescending(rule => rule.ValidFrom).Select(rule => rule.Value).FirstAsync(stop);
        return new Limit(days, LimitUnit.CalendarDays);
    }
}
