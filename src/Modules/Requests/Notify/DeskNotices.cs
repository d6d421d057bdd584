using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Sends a notice of one request to people of the desk, and wakes the lists in which it stands. Its words name the reference only.</summary>
internal sealed class DeskNotices(RequestsDb db, NoticeBoard board, StaffDirectory staff, UnitDirectory units)
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    /// <remarks>Never to a person it is about.</remarks>
    /// <param name="page">Below the address of the case; empty for the case itself.</param>
    public async Task SendAsync(RequestId request, string reference, string kind, string words, string page, IReadOnlyCollection<AccountId> accounts, CancellationToken stop)
    {
        foreach (var unit in await db.Reach.AsNoTracking().Where(reach => reach.RequestId == request).Select(reach => reach.UnitId).ToListAsync(stop))
        {
            db.Context.SignalAfterSave(LiveEndpoint.DeskTopic(unit));
        }

        var about = await db.Accused.AsNoTracking().Where(one => one.RequestId == request && one.Account != null).Select(one => one.Account!.Value).ToListAsync(stop);
        var told = await board.SendAsync(db.Context, accounts.Except(about), $"{Reference.Spoken(reference)}：{words}", $"/desk/requests/{reference}{page}", kind, stop);
        if (told > 0)
        {
            db.Context.Happened(new ColleaguesTold(request, kind, told));
        }

        await db.SaveAsync(Platform, stop);
    }

    public async Task<string> NameAsync(UnitId unit, CancellationToken stop) => (await units.FindAsync(unit, stop))?.ShortName ?? "原单位";

    /// <summary>Who has it on his desk; else all of the unit who handle.</summary>
    public async Task<IReadOnlyCollection<AccountId>> HoldersAsync(AccountId? assignee, UnitId unit, CancellationToken stop) => assignee is { } one ? [one]
        : [.. (await staff.WithAsync(Permission.HandleRequests, unit, stop)).Select(person => person.AccountId).Distinct()];

    /// <summary>Those of a unit who dispatch or supervise and reach what lies below it.</summary>
    public async Task<IReadOnlyCollection<AccountId>> DecidersAsync(UnitId unit, CancellationToken stop) =>
    [
        .. (await staff.AtAsync(unit, stop)).Where(one => one.WholeSubtree && (one.Role is Role.Chair or Role.Dispatcher or Role.Leader))
            .Select(one => one.AccountId).Distinct(),
    ];
}
