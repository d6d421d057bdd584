using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Sends a notice of one request to people of the desk, and finds who they are. Its words name the reference only.</summary>
internal sealed class DeskNotices(RequestsDb db, NoticeBoard board, TellableStaff tellable, UnitDirectory units)
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    /// <remarks>Never to a person it is about.</remarks>
    /// <param name="page">Below the address of the case; empty for the case itself.</param>
    public async Task SendAsync(RequestId request, string reference, string kind, string words, string page, IReadOnlyCollection<AccountId> accounts, CancellationToken stop)
    {
        var about = await db.Accused.AsNoTracking().Where(one => one.RequestId == request && one.Account != null).Select(one => one.Account!.Value).ToListAsync(stop);
        var told = await board.SendAsync(db.Context, accounts.Except(about), $"{Reference.Spoken(reference)}：{words}", $"/desk/requests/{reference}{page}", kind, stop);
        if (told > 0)
        {
            db.Context.Happened(new ColleaguesTold(request, kind, told));
        }

        await db.SaveAsync(Platform, stop);
    }

    public async Task<string> NameAsync(UnitId unit, CancellationToken stop) => (await units.FindAsync(unit, stop))?.ShortName ?? "原单位";

    /// <summary>Who has it on his desk, with who stands in for him; all of the unit who handle where nobody has it, or he holds no post over it any more.</summary>
    public async Task<IReadOnlyCollection<AccountId>> HoldersAsync(RequestId request, AccountId? assignee, UnitId unit, CancellationToken stop)
    {
        var his = assignee is { } one ? await PostsAsync(request, one, unit, stop) : [];
        return his.Count > 0 ? [.. his.Select(person => person.AccountId).Distinct()] : await FirstAsync(request, unit, stop, person => person.Role.Allows(Permission.HandleRequests));
    }

    /// <summary>Those of the unit, by the first kind of which there is somebody who may hear of it; else of the nearest unit above that has any.</summary>
    public async Task<IReadOnlyCollection<AccountId>> FirstAsync(RequestId request, UnitId unit, CancellationToken stop, params Func<StaffSummary, bool>[] kinds) =>
        await tellable.NearestAsync(request, unit, await units.LineageAsync(unit, stop), stop, kinds);

    /// <summary>Those of that very unit who dispatch or supervise and reach what lies below it.</summary>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAtAsync(RequestId request, UnitId unit, CancellationToken stop) =>
        [.. (await tellable.AtAsync(request, unit, stop)).Where(one => one.WholeSubtree && Leads(one)).Select(one => one.AccountId).Distinct()];

    /// <summary>Who decides over what lies at a unit or below it: the people of that unit, or of the nearest one above that has any.</summary>
    /// <param name="but">Who asked does not decide.</param>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAsync(RequestId request, UnitId unit, AccountId? but, CancellationToken stop) =>
        await NearestAsync(request, await units.LineageAsync(unit, stop), wholeSubtree: true, but, Acts.Needs(Act.DecideClock, default), stop);

    /// <summary>Who decides above a unit; at the top of the tree its own.</summary>
    /// <param name="but">Who asked does not decide.</param>
    /// <param name="needs">Any of these.</param>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAboveAsync(RequestId request, UnitId unit, AccountId? but, Permission[] needs, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(unit, stop);
        return lineage.Count > 1
            ? await NearestAsync(request, [.. lineage.Skip(1)], wholeSubtree: true, but, needs, stop)
            : await NearestAsync(request, lineage, wholeSubtree: false, but, needs, stop);
    }

    /// <summary>Chair, leaders and dispatchers before others who may.</summary>
    /// <param name="wholeSubtree">Only posts that reach what lies below.</param>
    private Task<IReadOnlyCollection<AccountId>> NearestAsync(
        RequestId request, IReadOnlyList<UnitSummary> upwards, bool wholeSubtree, AccountId? but, Permission[] needs, CancellationToken stop)
    {
        return tellable.NearestAsync(request, upwards[0].UnitId, upwards, stop, one => May(one) && Leads(one), May);

        bool May(StaffSummary one) => one.AccountId != but && (one.WholeSubtree || !wholeSubtree) && Array.Exists(needs, permission => one.Role.Allows(permission));
    }

    private static bool Leads(StaffSummary one) => one.Role is Role.Chair or Role.Dispatcher or Role.Leader;

    private async Task<IReadOnlyList<StaffSummary>> PostsAsync(RequestId request, AccountId holder, UnitId unit, CancellationToken stop)
    {
        var posts = new List<StaffSummary>();
        foreach (var above in await units.LineageAsync(unit, stop))
        {
            posts.AddRange((await tellable.AtAsync(request, above.UnitId, stop))
                .Where(post => (post.AccountId == holder || post.LentBy == holder) && (post.UnitId == unit || post.WholeSubtree) && post.Role.Allows(Permission.ReadRequests)));
        }

        return posts;
    }
}
