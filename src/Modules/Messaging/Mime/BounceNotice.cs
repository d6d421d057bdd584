namespace UnionHall.Messaging.Mime;

/// <summary>What a bounce says: whom it did not reach, why, and which letter of ours it was.</summary>
/// <param name="Addresses">The addresses that were not reached.</param>
/// <param name="Status">The code of RFC 3463, e.g. 5.1.1, or null.</param>
/// <param name="OriginalMessageId">Of the letter that bounced, or null.</param>
/// <param name="IsDelayOnly">The other side keeps trying: no failure yet.</param>
internal sealed record BounceNotice(IReadOnlyList<string> Addresses, string? Status, string? OriginalMessageId, bool IsDelayOnly);
