using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.ListMentions;

/// <summary>Notes that name somebody, newest first, as far as he may still see the case.</summary>
internal sealed class MentionQuery(RequestsDb db, Scope scope)
{
    private const int PageSize = 30;

    /// <param name="before">The key of the last one of the page before, or null.</param>
    public async Task<(IReadOnlyList<MentionRow> Rows, Guid? Next)> ListAsync(Actor actor, Guid? before, CancellationToken stop)
    {
        var reach = scope.Reach(actor);
        var rows = await (
            from mention in db.Mentions.AsNoTracking()
            where mention.Account == actor.Account && (before == null || mention.Id.CompareTo(before.Value) < 0) && reach.Any(row => row.RequestId == mention.RequestId)
            join request in db.Requests on mention.RequestId equals request.Id
            join entry in db.Timeline on mention.EntryId equals entry.Id
            orderby mention.Id descending
            select new MentionRow(mention.Id, request.Reference, request.Title, mention.ByName, mention.At, entry.Text ?? "")).Take(PageSize + 1).ToListAsync(stop);
        return ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}

/// <summary>A note that names the reader.</summary>
internal sealed record MentionRow(Guid Id, string Reference, string Title, string ByName, DateTimeOffset At, string Words);
