using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>
/// Who said it, apart from what was said: sealed name and phone with keyed fingerprints for exact search, the
/// passphrase's fingerprint, and the account if one was signed in. An anonymous request has the passphrase only.
/// </summary>
internal sealed class Requester
{
    public RequestId RequestId { get; init; }

    public AccountId? Account { get; set; }

    public byte[]? Name { get; init; }

    public byte[]? Phone { get; init; }

    public byte[]? NamePrint { get; init; }

    public byte[]? PhonePrint { get; init; }

    public byte[]? PassphrasePrint { get; init; }
}
