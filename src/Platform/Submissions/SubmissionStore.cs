using Npgsql;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Submissions;

internal sealed class SubmissionStore(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>How long a repetition is still recognised.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<StoredSubmission?> FindAsync(Guid key, CancellationToken stop)
    {
        await using var command = source.Command("select account, session, path, fingerprint, outcome, at from submission where key = $1", key);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return !await reader.ReadAsync(stop) ? null : new StoredSubmission
        {
            Key = key,
            Account = await reader.IsDBNullAsync(0, stop) ? null : new AccountId(reader.GetGuid(0)),
            Session = await reader.IsDBNullAsync(1, stop) ? null : reader.GetFieldValue<byte[]>(1),
            Path = reader.GetString(2),
            Fingerprint = reader.GetFieldValue<byte[]>(3),
            Outcome = await reader.IsDBNullAsync(4, stop) ? null : reader.GetString(4),
            At = reader.GetFieldValue<DateTimeOffset>(5),
        };
    }

    /// <summary>Finds it and waits a little for its outcome, where another node is about to answer it.</summary>
    public async Task<StoredSubmission?> FindAnsweredAsync(Guid key, CancellationToken stop)
    {
        var found = await FindAsync(key, stop);
        for (var waited = TimeSpan.Zero; found is { Outcome: null } && waited < Patience; waited += TimeSpan.FromMilliseconds(100))
        {
            await Task.Delay(100, stop);
            found = await FindAsync(key, stop);
        }

        return found;
    }

    public Task AnswerAsync(Guid key, string outcome, CancellationToken stop) =>
        source.ExecuteAsync(stop, "update submission set outcome = $2 where key = $1", key, outcome);

    public Task SweepAsync(CancellationToken stop) => source.ExecuteAsync(stop, "delete from submission where at < $1", clock.GetUtcNow() - Keep);
}
