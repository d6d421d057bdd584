using System.Security.Cryptography;
using System.Text;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Something that must be done for a request of a service before it is answered, or before it is ended.</summary>
/// <param name="Key">Follows from the label, so that it stays through versions of the service.</param>
/// <param name="BeforeEnd">Only before the end; false: before the answer.</param>
internal sealed record ServiceCheck(string Key, string Label, bool BeforeEnd)
{
    public static ServiceCheck Of(string label, bool beforeEnd) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label))[..6]), label, beforeEnd);
}

/// <summary>It was done: who ticked it.</summary>
internal sealed class RequestCheck
{
    public RequestId RequestId { get; init; }

    /// <summary>The round in which it was done.</summary>
    public int Round { get; init; }

    public required string Key { get; init; }

    public required string Label { get; init; }

    public AccountId? Account { get; init; }

    public required string ActorName { get; init; }

    public DateTimeOffset At { get; init; }
}
