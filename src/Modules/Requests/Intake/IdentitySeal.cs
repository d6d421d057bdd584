using System.Security.Cryptography;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Intake;

/// <summary>Seals who said it, and knows passphrases and fingerprints again.</summary>
internal sealed class IdentitySeal(Vault vault)
{
    private const string Name = "requester-name";
    private const string Phone = "requester-phone";

    /// <summary>The sealed identity of a request. An anonymous one keeps nothing but the passphrase's fingerprint.</summary>
    public Requester Seal(RequestId request, string reference, Visibility visibility, Person? person, string? passphrase) => new()
    {
        RequestId = request,
        Account = visibility == Visibility.Anonymous ? null : person?.Account,
        Name = visibility == Visibility.Anonymous || person?.Name is null ? null : vault.Seal(person.Name, Name),
        Phone = visibility == Visibility.Anonymous || person?.Phone is null ? null : vault.Seal(person.Phone, Phone),
        NamePrint = visibility == Visibility.Named && person?.Name is not null ? vault.Fingerprint(person.Name, Name) : null,
        PhonePrint = visibility == Visibility.Named && person?.Phone is not null ? vault.Fingerprint(person.Phone, Phone) : null,
        PassphrasePrint = passphrase is null ? null : PrintOf(reference, passphrase),
    };

    public Person Open(Requester requester) => new(
        requester.Account,
        requester.Name is null ? null : vault.Open(requester.Name, Name),
        requester.Phone is null ? null : vault.Open(requester.Phone, Phone));

    public bool Knows(Requester requester, string reference, string? typed) =>
        requester.PassphrasePrint is { } print && Passphrase.Normalise(typed) is { } passphrase
        && CryptographicOperations.FixedTimeEquals(print, PrintOf(reference, passphrase));

    public byte[] NamePrint(string name) => vault.Fingerprint(name, Name);

    public byte[] PhonePrint(string phone) => vault.Fingerprint(phone, Phone);

    private byte[] PrintOf(string reference, string passphrase) => vault.Fingerprint($"{reference}\0{Passphrase.Normalise(passphrase)}", "request-passphrase");
}

/// <summary>The person behind a request, as far as he said.</summary>
internal sealed record Person(AccountId? Account, string? Name, string? Phone);
