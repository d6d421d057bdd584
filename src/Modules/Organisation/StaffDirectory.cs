using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Organisation.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation;

/// <summary>Reads who holds which post today, delegations included.</summary>
public sealed class StaffDirectory
{
    private readonly OrganisationDb db;
    private readonly TimeProvider clock;

    internal StaffDirectory(OrganisationDb db, TimeProvider clock) => (this.db, this.clock) = (db, clock);

    /// <summary>Everyone who holds a post at that very unit, by name.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(UnitId unit, CancellationToken stop)
    {
        var rows = await db.PostsInForce(clock).Where(row => row.Unit == unit.Value).OrderBy(row => row.Name).ToListAsync(stop);
        return [.. rows.Select(Summary)];
    }

    /// <summary>Everyone who holds a post at one of these very units, by name.</summary>
    public async Task<IReadOnlyList<StaffSummary>> AtAsync(IReadOnlyCollection<UnitId> units, CancellationToken stop)
    {
        Guid[] keys = [.. units.Select(unit => unit.Value)];
        var rows = await db.PostsInForce(clock).Where(row => keys.Contains(row.Unit)).OrderBy(row => row.Name).ToListAsync(stop);
        return [.. rows.Select(Summary)];
    }

    /// <summary>Everyone who holds a post, anywhere, and whose name stands in a text.</summary>
    public async Task<IReadOnlyList<StaffSummary>> SaidInAsync(string text, CancellationToken stop) =>
        [.. (await db.PostsInForce(clock).Where(row => row.Name.Length > 1 && text.Contains(row.Name)).OrderBy(row => row.Name).ToListAsync(stop)).Select(Summary)];

    /// <summary>Who holds the permission at that very unit.</summary>
    public async Task<IReadOnlyList<StaffSummary>> WithAsync(Permission permission, UnitId unit, CancellationToken stop) =>
        [.. (await AtAsync(unit, stop)).Where(staff => staff.Role.Allows(permission))];

    /// <summary>The name under which this account last held a post, or null when it never did.</summary>
    public async Task<string?> NameOfAsync(AccountId account, CancellationToken stop) =>
        await db.Posts.Where(post => post.Account == account).OrderByDescending(post => post.Id).Select(post => post.HolderName).FirstOrDefaultAsync(stop)
        ?? await db.Delegations.Where(lent => lent.ToAccount == account).OrderByDescending(lent => lent.Id).Select(lent => lent.ToName).FirstOrDefaultAsync(stop);

    /// <summary>Asks who is away today, for a batch of the caller's; each row is read by <see cref="AbsenceOf"/>.</summary>
    public NpgsqlBatchCommand AbsencesToday()
    {
        var command = new NpgsqlBatchCommand("""
            select post.account_id, (array_agg(lent.to_name order by lent.to_on desc))[1], max(lent.to_on)
            from delegation lent join post on post.id = lent.post_id
            where lent.from_on <= $1 and lent.to_on > $1 and (post.to_on is null or post.to_on > $1)
            group by post.account_id
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = ChinaTime.Today(clock) });
        return command;
    }

    public static Absence AbsenceOf(NpgsqlDataReader row) => new(new AccountId(row.GetGuid(0)), row.GetString(1), row.GetFieldValue<DateOnly>(2).AddDays(-1));

    private static StaffSummary Summary(PostInForce row)
    {
        var account = new AccountId(row.Account);
        return new StaffSummary(account, row.Name, RoleNames.Parse(row.Role)!.Value, new UnitId(row.Unit), row.Title, row.WholeSubtree)
        {
            Away = row.LentBy is null && row.Other is { } standIn ? new Absence(account, standIn, row.Until!.Value.AddDays(-1)) : null,
            StandsInFor = row.LentBy is null ? null : row.Other,
            LentBy = row.LentBy is { } holder ? new AccountId(holder) : null,
        };
    }
}
