using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Presence;

/// <summary>
/// Who has a case open and who writes on it: leases in a table that every node reads, renewed by open pages. Nothing of it is
/// kept, so nothing of it is on record. Those present hear of a change by their notices' signal.
/// </summary>
internal sealed class PresenceBook(RequestsDb db, NpgsqlDataSource source, UnitDirectory units, SignalBus signals, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(50);

    /// <summary>Renews the actor's lease and answers who else is there.</summary>
    /// <param name="writes">He writes on an answer; that lease runs on by itself while he only reads.</param>
    public async Task<IReadOnlyList<Present>> SayAsync(RequestId request, Actor actor, bool writes, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var others = await OthersAsync(request, actor, now, stop);
        if (actor.Account is not { } account || actor.Where(Permission.ReadRequests).FirstOrDefault() is not { } post)
        {
            return others;
        }

        await using var command = source.CreateCommand(
            """
            with before as (select until > $1 as here, coalesce(writing_until > $1, false) as writes from case_presence where request_id = $2 and account = $3),
            said as (
                insert into case_presence as p (request_id, account, name, unit_id, until, writing_until)
                values ($2, $3, $4, $5, $6, case when $7 then $6 end)
                on conflict (request_id, account) do update
                set name = excluded.name, unit_id = excluded.unit_id, until = excluded.until, writing_until = coalesce(excluded.writing_until, p.writing_until)
                returning 1)
            select not coalesce((select here from before), false) or ($7 and not coalesce((select writes from before), false)) from said
            """);
        foreach (var value in new object[] { now, request.Value, account.Value, actor.Name, post.Unit.Value, now + Lease, writes })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        if (await command.ExecuteScalarAsync(stop) is true)
        {
            others.ToList().ForEach(other => signals.Raise(LiveEndpoint.NoticeTopic(other.Account)));
            await db.Context.Database.ExecuteSqlAsync($"delete from case_presence where until < {now - Lease}", stop);
        }

        return others;
    }

    public async Task<IReadOnlyList<Present>> OthersAsync(RequestId request, Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        var mine = actor.Account?.Value ?? Guid.Empty;
        var rows = await db.Context.Database.SqlQuery<PresenceRow>(
            $"""
            select account as "Account", name as "Name", unit_id as "UnitId", coalesce(writing_until > {now}, false) as "Writes" from case_presence
            where request_id = {request.Value} and account <> {mine} and until > {now} order by 4 desc, 1
            """).ToListAsync(stop);
        var names = await units.NamesAsync(rows.Select(row => new UnitId(row.UnitId)), stop);
        return [.. rows.Select(row => new Present(new AccountId(row.Account), row.Name, names.GetValueOrDefault(new UnitId(row.UnitId), ""), row.Writes))];
    }

    private sealed record PresenceRow(Guid Account, string Name, Guid UnitId, bool Writes);
}

/// <summary>Somebody who has the case open.</summary>
internal sealed record Present(AccountId Account, string Name, string Unit, bool Writes);
