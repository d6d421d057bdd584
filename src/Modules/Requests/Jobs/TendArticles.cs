using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.Jobs;

/// <summary>Publishes articles whose time has come, and reminds of those to be looked through.</summary>
internal sealed class TendArticles(RequestsDb db, ArticleDesk desk, TimeProvider clock) : IRecurringJob
{
    private const int AtOnce = 100;

    private static readonly Actor Platform = Actor.Platform("知识库");

    public string Name => "tend-articles";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var (now, today) = (clock.GetUtcNow(), ChinaTime.Today(clock));
        foreach (var id in await db.Articles.Where(article => article.Planned != null && article.PlannedAt <= now).OrderBy(article => article.PlannedAt).Select(article => article.Id).Take(AtOnce).ToListAsync(stop))
        {
            if (await desk.FindAsync(id, stop) is { } article && article.PublishPlanned(Platform, now))
            {
                await desk.SaveAsync(article, Platform, stop);
            }
        }

        var due = await db.Articles.Where(article => article.Published != null && article.ReviewOn <= today && (article.ReviewTold == null || article.ReviewTold < article.ReviewOn)).Take(AtOnce).ToListAsync(stop);
        if (due.Count(article => article.RemindOf(today)) > 0)
        {
            await db.SaveAsync(Platform, stop);
        }
    }
}
