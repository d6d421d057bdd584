using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Jobs;

/// <summary>Hands open work on with the posts of someone who leaves, on the first day of the successor.</summary>
internal sealed class FollowPosts(RequestsDb db, StaffDirectory staff, TimeProvider clock) : IEventHandler<PostsHandedOver>
{
    private static readonly Actor Platform = Actor.Platform("职务交接");

    public async Task HandleAsync(PostsHandedOver happened, CancellationToken stop)
    {
        // Much may have changed until that day: only where the successor has come does the work follow.
        UnitId[] taken = [.. (await staff.AtAsync(happened.Units, stop)).Where(one => one.AccountId == happened.Successor).Select(one => one.UnitId).Distinct()];
        var open = await db.Requests.AsNoTracking().Where(request => request.IsOpen && request.Assignee == happened.Account && taken.Contains(request.CurrentUnit))
            .Select(request => request.Reference).ToListAsync(stop);
        var name = await staff.NameOfAsync(happened.Successor, stop);
        var about = await db.Accused.AsNoTracking().Where(one => one.Account == happened.Successor).Select(one => one.RequestId).ToListAsync(stop);
        foreach (var reference in open)
        {
            if (await db.FindAsync(reference, stop) is { } request && request.Assignee == happened.Account
                && Assign(request, about.Contains(request.Id) || request.IsInBox ? null : happened.Successor, name).Succeeded)
            {
                await db.SaveAsync(Platform, stop);
            }

            db.Context.ChangeTracker.Clear();
        }
    }

    /// <summary>What is about the successor goes back to the whole unit, and a letter in its box to those who read it.</summary>
    private Result Assign(Request request, AccountId? successor, string? name) => request.Assign(successor, successor is null ? null : name, Platform, clock.GetUtcNow());
}
