using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.People.Domain;

/// <summary>A sealed value and its keyed hash.</summary>
internal sealed record SealedValue(byte[] Sealed, byte[] Print);

/// <summary>Seals and opens what the identity vault holds.</summary>
internal sealed class PersonSeal(Vault vault)
{
    private const string NamePurpose = "person-name";
    private const string PhonePurpose = "person-phone";
    private const string IdNumberPurpose = "person-id-number";

    public SealedValue Seal(PersonName name) => Seal(name.Text, NamePurpose);

    public SealedValue Seal(Mobile phone) => Seal(phone.Number, PhonePurpose);

    public SealedValue Seal(IdCard card) => Seal(card.Number, IdNumberPurpose);

    public string NameOf(Person person) => vault.Open(person.Name, NamePurpose);

    public string? PhoneOf(Person person) => person.Phone is null ? null : vault.Open(person.Phone, PhonePurpose);

    public string? IdNumberOf(Person person) => person.IdNumber is null ? null : vault.Open(person.IdNumber, IdNumberPurpose);

    public byte[] Print(Mobile phone) => vault.Fingerprint(phone.Number, PhonePurpose);

    private SealedValue Seal(string value, string purpose) => new(vault.Seal(value, purpose), vault.Fingerprint(value, purpose));
}
