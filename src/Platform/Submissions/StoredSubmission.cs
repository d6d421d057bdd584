using UnionHall.Platform.Security;

namespace UnionHall.Platform.Submissions;

/// <summary>A submission that did something.</summary>
internal sealed class StoredSubmission
{
    public Guid Key { get; init; }

    /// <summary>Who sent it; null for a visitor.</summary>
    public AccountId? Account { get; set; }

    /// <summary>Hash of the browser's antiforgery cookie or of the caller's credential: the visitor, as far as one can be told.</summary>
    public byte[]? Session { get; init; }

    public required string Path { get; init; }

    /// <summary>Hash of what was sent, to tell a repetition from a second, different one that carries the same key.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Where it led; empty when it was answered without a redirect; null while it is not answered.</summary>
    public string? Outcome { get; set; }

    public DateTimeOffset At { get; init; }

    public bool IsOf(StoredSubmission other) =>
        Account is not null ? Account == other.Account : Session is not null && other.Session is not null && Session.AsSpan().SequenceEqual(other.Session);
}
