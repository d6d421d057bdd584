using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.People.Data;
using UnionHall.People.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.People;

/// <summary>Reads people. Names and numbers come masked; unmasking needs a permission over the person's unit and a reason.</summary>
public sealed class PersonDirectory
{
    private const int ShortestReason = 4;
    private readonly PeopleDb db;
    private readonly PersonSeal seal;
    private readonly UnitDirectory units;

    internal PersonDirectory(PeopleDb db, PersonSeal seal, UnitDirectory units) => (this.db, this.seal, this.units) = (db, seal, units);

    /// <summary>The person behind a worker's account; null for staff accounts.</summary>
    public async Task<PersonId?> OfAccountAsync(AccountId account, CancellationToken stop) =>
        await db.People.Where(person => person.AccountId == account).Select(person => (PersonId?)person.Id).SingleOrDefaultAsync(stop);

    /// <summary>What the signed-in worker has told of himself, to fill his own forms; null for staff and visitors.</summary>
    public async Task<PersonDetails?> OwnAsync(Actor actor, CancellationToken stop) =>
        actor.Account is { } account && await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.AccountId == account, stop) is { } found
            ? await DetailsAsync(found, stop)
            : null;

    /// <summary>Name and phone masked; null when there is no such person.</summary>
    public async Task<PersonCard?> CardAsync(PersonId id, CancellationToken stop) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, stop) is { } found
            ? new PersonCard(id, Masking.Name(seal.NameOf(found)), seal.PhoneOf(found) is { } phone ? Masking.Mobile(phone) : null, await WorksAtAsync(id, stop))
            : null;

    /// <summary>Name and phone as they are, on the record with the reason. The actor must hold OpenIdentity over the person's unit, or over the whole tree where he named none.</summary>
    public async Task<Result<PersonDetails>> RevealAsync(PersonId id, Actor actor, string reason, CancellationToken stop)
    {
        if (PlainText.CountSeen(PlainText.SingleLine(reason)) < ShortestReason)
        {
            return new Refusal("reason-missing", "写一句为什么要看，他会看到。", "Reason");
        }

        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, stop) is not { } found || !await MaySeeAsync(actor, id, stop))
        {
            return new Refusal("identity-out-of-reach", "这个人不归您的单位管，看不了姓名和电话。要联系他，请找他所在单位的工会。");
        }

        db.Happened(new PersonRevealed(id));
        await db.SaveAsync(actor, stop, PlainText.SingleLine(reason));
        return await DetailsAsync(found, stop);
    }

    /// <summary>People with this number: one at most has an account that is not closed. Tells keys only.</summary>
    public async Task<IReadOnlyList<PersonId>> FindByPhoneAsync(Mobile phone, CancellationToken stop)
    {
        var print = seal.Print(phone);
        return await db.People.Where(person => person.PhonePrint == print).OrderBy(person => person.Id).Select(person => person.Id).ToListAsync(stop);
    }

    /// <summary>The unit the person says he works at now.</summary>
    public async Task<UnitId?> WorksAtAsync(PersonId id, CancellationToken stop) =>
        await db.Workplaces.Where(place => place.PersonId == id && place.ToOn == null).Select(place => (UnitId?)place.UnitId).SingleOrDefaultAsync(stop);

    private async Task<bool> MaySeeAsync(Actor actor, PersonId id, CancellationToken stop)
    {
        if (await WorksAtAsync(id, stop) is { } unit)
        {
            return actor.Can(Permission.OpenIdentity, unit, (await units.LineageAsync(unit, stop)).Select(above => above.UnitId));
        }

        var roots = (await units.RootsAsync(stop)).Select(root => root.UnitId).ToHashSet();
        return actor.Where(Permission.OpenIdentity).Any(grant => grant.WholeSubtree && roots.Contains(grant.Unit));
    }

    private async Task<PersonDetails> DetailsAsync(Person person, CancellationToken stop) =>
        new(person.Id, seal.NameOf(person), seal.PhoneOf(person), person.PhoneVerifiedAt is not null, await WorksAtAsync(person.Id, stop));
}
