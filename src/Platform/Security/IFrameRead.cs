using Npgsql;

namespace UnionHall.Platform.Security;

/// <summary>
/// Slot: something that the frame of every page of the desk shows, asked together with the posts: each round trip of its own would
/// cost every page more than what it asks. One of each for a request; where it was not asked, as on an answer to a form, it asks by itself.
/// </summary>
public interface IFrameRead
{
    /// <summary>For the batch.</summary>
    NpgsqlBatchCommand Ask(AccountId account);

    /// <summary>Takes the answer; asks nothing else meanwhile.</summary>
    Task ReadAsync(NpgsqlDataReader rows, CancellationToken stop);
}
