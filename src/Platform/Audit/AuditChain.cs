using System.Security.Cryptography;

namespace UnionHall.Platform.Audit;

/// <summary>
/// How links are made: SHA-256 over the previous link's hash and the bytes of the entry. PostgreSQL makes the bytes
/// (record_send: for each column its type, its length or -1 for null, its value in network order), so that whoever checks
/// the chain needs no rule of ours but the order of the columns.
/// </summary>
internal static class AuditChain
{
    public const string EntryBytes =
        "record_send(row(e.id, e.at, e.account, e.actor_name, e.address, e.what, e.subject_kind, e.subject_id, e.reason, e.data))";

    /// <summary>What stands before the first link.</summary>
    public static byte[] Origin => new byte[SHA256.HashSizeInBytes];

    public static byte[] Link(byte[] previous, byte[] entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }
}
