using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Calling;

/// <summary>The numbers of follow-ups in force on a day.</summary>
/// <param name="Attempts">Calls in vain before the worker counts as unreachable.</param>
/// <param name="ReworkDays">Working days of a rework.</param>
/// <param name="FeedbackDays">Days after the end within which the worker may say how it ended.</param>
internal sealed record FollowUpNumbers(int Attempts, int ReworkDays, int FeedbackDays)
{
    private static readonly string[] Keys = ["follow-up-attempts", "rework-working-days", "feedback-days"];

    public static async Task<FollowUpNumbers> OfAsync(RequestsDb db, DateTimeOffset at, CancellationToken stop)
    {
        var today = ChinaTime.DateOf(at);
        var rows = await db.Context.Set<RequestSetting>().AsNoTracking().Where(row => Keys.Contains(row.Key) && row.ValidFrom <= today).OrderBy(row => row.ValidFrom).ToListAsync(stop);
        int Of(string key) => rows.Last(row => row.Key == key).Value;
        return new FollowUpNumbers(Of(Keys[0]), Of(Keys[1]), Of(Keys[2]));
    }
}
