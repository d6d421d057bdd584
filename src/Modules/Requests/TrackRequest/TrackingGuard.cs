using Npgsql;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.TrackRequest;

/// <summary>
/// Slows down guessing at one reference, from however many addresses and nodes: a try is counted before it is looked at,
/// in one statement, so that tries side by side count too. What no longer counts is swept with it.
/// </summary>
internal sealed class TrackingGuard(NpgsqlDataSource source, RequestSettings settings, TimeProvider clock)
{
    /// <summary>Counts a try; false while the reference is locked, whether it exists or not.</summary>
    public async Task<bool> AdmitAsync(string reference, CancellationToken stop)
    {
        var rules = await settings.InForceAsync(stop);
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand(
            """
            with swept as (delete from tracking_try where since < $3 and (locked_until is null or locked_until <= $2) and reference <> $1)
            insert into tracking_try as t (reference, tries, since) values ($1, 1, $2)
            on conflict (reference) do update set
                tries = case when t.locked_until > $2 then t.tries when t.locked_until is not null or t.since < $3 then 1 else t.tries + 1 end,
                since = case when t.locked_until > $2 then t.since when t.locked_until is not null or t.since < $3 then $2 else t.since end,
                locked_until = case
                    when t.locked_until > $2 then t.locked_until
                    when t.locked_until is null and t.since >= $3 and t.tries >= $4 then $5
                end
            returning locked_until is null
            """);
        command.Parameters.Add(new() { Value = reference });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now - rules.TrackWindow });
        command.Parameters.Add(new() { Value = rules.TrackTries });
        command.Parameters.Add(new() { Value = now + rules.TrackWindow });
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>The right passphrase: earlier tries are forgotten.</summary>
    public async Task ForgiveAsync(string reference, CancellationToken stop)
    {
        await using var command = source.CreateCommand("delete from tracking_try where reference = $1");
        command.Parameters.Add(new() { Value = reference });
        await command.ExecuteNonQueryAsync(stop);
    }
}
