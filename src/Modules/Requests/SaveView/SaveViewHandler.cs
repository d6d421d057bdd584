using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.SaveView;

/// <summary>Keeps and forgets someone's own lists. What was searched for stays out of them: it may be a name or a phone.</summary>
internal sealed class SaveViewHandler(RequestsDb db, TimeProvider clock)
{
    private const int Most = 20;

    private static readonly Refusal TooMany = new("too-many-views", $"最多存 {Most} 个视图，先删掉不用的。");
    private static readonly Refusal NameTaken = new("name-taken", "已经有叫这个名字的视图，换一个名字。", "Name");

    public IQueryable<SavedView> Of(Actor actor) => db.Context.Set<SavedView>().Where(view => view.Account == actor.Account!.Value);

    /// <param name="id">The view that is changed; null, or one that is gone, makes a new one.</param>
    public async Task<Result> SaveAsync(Actor actor, Guid? id, string name, InboxFilter filter, CancellationToken stop)
    {
        var own = await Of(actor).ToListAsync(stop);
        var kept = own.Find(view => view.Id == id);
        if (kept is null && own.Count >= Most)
        {
            return TooMany;
        }

        if (own.Exists(view => view.Name == name && view != kept))
        {
            return NameTaken;
        }

        var query = filter.At("", without: InboxFilter.SearchWord)[1..];
        if (kept is null)
        {
            db.Context.Add(SavedView.Of(actor.Account!.Value, name, query, clock.GetUtcNow()));
        }
        else
        {
            kept.Change(name, query);
        }

        await db.SaveAsync(actor, stop);
        return Result.Done;
    }

    public async Task ForgetAsync(Actor actor, Guid id, CancellationToken stop)
    {
        if (await Of(actor).SingleOrDefaultAsync(view => view.Id == id, stop) is { } view)
        {
            view.Events.Add(new ViewForgotten(view.Id));
            db.Context.Remove(view);
            await db.SaveAsync(actor, stop);
        }
    }
}
