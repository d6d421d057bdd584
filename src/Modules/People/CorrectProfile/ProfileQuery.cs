using UnionHall.Organisation;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.People.CorrectProfile;

/// <summary>What a worker sees of himself.</summary>
/// <param name="MaskedIdNumber">The number known, masked; null when there is none.</param>
internal sealed record Profile(
    PersonId Id, string Name, string? Phone, bool IsPhoneVerified, UnitId? Unit, string? UnitName, string? MaskedIdNumber, IReadOnlyList<Consent> Consents);

internal sealed class ProfileQuery(PeopleDb db, PersonSeal seal, PersonDirectory people, UnitDirectory units)
{
    /// <summary>The actor's own profile; null for staff, who are no persons here.</summary>
    public async Task<Profile?> OwnAsync(Actor actor, CancellationToken stop)
    {
        if (actor.Account is not { } account || await people.OfAccountAsync(account, stop) is not { } id)
        {
            return null;
        }

        var person = await db.WholeAsync(id, stop);
        var unit = person.Workplaces.Find(place => place.ToOn is null)?.UnitId;
        return new Profile(
            id, seal.NameOf(person), seal.PhoneOf(person), person.PhoneVerifiedAt is not null,
            unit, unit is { } at ? (await units.FindAsync(at, stop))?.Name : null,
            seal.IdNumberOf(person) is { } number ? Masking.IdNumber(number) : null, person.Consents);
    }
}
