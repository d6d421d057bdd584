using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Sends a notice of one request to people of the desk, and finds who they are. Its words name the reference only.</summary>
internal sealed class DeskNotices(RequestsDb db, NoticeBoard board, StaffDirectory staff, UnitDirectory units)
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
    public async Task<IReadOnlyCollection<AccountId>> HoldersAsync(AccountId? assignee, UnitId unit, CancellationToken stop)
    {
        var his = assignee is { } one ? await PostsAsync(one, unit, stop) : [];
        return [.. (his.Count > 0 ? his : await staff.WithAsync(Permission.HandleRequests, unit, stop)).Select(person => person.AccountId).Distinct()];
    }

    /// <summary>Those of that very unit who dispatch or supervise and reach what lies below it.</summary>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAtAsync(UnitId unit, CancellationToken stop) =>
        [.. (await staff.AtAsync(unit, stop)).Where(one => one.WholeSubtree && Leads(one.Role)).Select(one => one.AccountId).Distinct()];

    /// <summary>Who decides over what lies at a unit or below it: the people of that unit, or of the nearest one above that has any.</summary>
    /// <param name="but">Who asked does not decide.</param>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAsync(UnitId unit, AccountId? but, CancellationToken stop) =>
        await NearestAsync(await units.LineageAsync(unit, stop), wholeSubtree: true, but, Acts.Needs(Act.DecideClock, default), stop);

    /// <summary>Who decides above a unit; at the top of the tree its own.</summary>
    /// <param name="but">Who asked does not decide.</param>
    /// <param name="needs">Any of these.</param>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAboveAsync(UnitId unit, AccountId? but, Permission[] needs, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(unit, stop);
        return lineage.Count > 1
            ? await NearestAsync([.. lineage.Skip(1)], wholeSubtree: true, but, needs, stop)
            : await NearestAsync(lineage, wholeSubtree: false, but, needs, stop);
    }

    /// <summary>Chair, leaders and dispatchers before others who may.</summary>
    /// <param name="wholeSubtree">Only posts that reach what lies below.</param>
    private async Task<IReadOnlyCollection<AccountId>> NearestAsync(IReadOnlyList<UnitSummary> upwards, bool wholeSubtree, AccountId? but, Permission[] needs, CancellationToken stop)
    {
        foreach (var unit in upwards)
        {
            var may = (await staff.AtAsync(unit.UnitId, stop))
                .Where(one => one.AccountId != but && (one.WholeSubtree || !wholeSubtree) && Array.Exists(needs, permission => one.Role.Allows(permission))).ToList();
            var first = may.Where(one => Leads(one.Role)).ToList();
            if (may.Count > 0)
            {
                return [.. (first.Count > 0 ? first : may).Select(one => one.AccountId).Distinct()];
            }
        }

        return [];
    }

    private static bool Leads(Role role) => role is Role.Chair or Role.Dispatcher or Role.Leader;

    private async Task<IReadOnlyList<StaffSummary>> PostsAsync(AccountId holder, UnitId unit, CancellationToken stop)
    {
        UnitId[] lineage = [.. (await units.LineageAsync(unit, stop)).Select(above => above.UnitId)];
        return [.. (await staff.AtAsync(lineage, stop)).Where(post => (post.AccountId == holder || post.LentBy == holder) && (post.UnitId == unit || post.WholeSubtree) && post.Role.Allows(Permission.ReadRequests))];
    }
}
