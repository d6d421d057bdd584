using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.People.Domain;

/// <summary>A human being. Only sealed values stand here; <see cref="PersonSeal"/> opens them.</summary>
internal sealed class Person : IRaiseEvents
{
    private Person()
    {
    }

    public PersonId Id { get; private init; }

    public AccountId? AccountId { get; private init; }

    public byte[] Name { get; private set; } = [];

    public byte[] NamePrint { get; private set; } = [];

    public byte[]? Phone { get; private set; }

    public byte[]? PhonePrint { get; private set; }

    /// <summary>When a code sent to the phone came back; null while that has not happened.</summary>
    public DateTimeOffset? PhoneVerifiedAt { get; private set; }

    public byte[]? IdNumber { get; private set; }

    public byte[]? IdNumberPrint { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public List<Workplace> Workplaces { get; } = [];

    public List<Consent> Consents { get; } = [];

    public EventList Events { get; } = new();

    public static Person Register(SealedValue name, SealedValue phone, AccountId account, DateTimeOffset now)
    {
        var person = new Person { Id = new PersonId(SortableId.Next(now)), AccountId = account, CreatedAt = now };
        (person.Name, person.NamePrint) = name;
        (person.Phone, person.PhonePrint) = phone;
        person.Events.Add(new PersonRegistered(person.Id, account));
        return person;
    }

    public void CorrectName(SealedValue name)
    {
        (Name, NamePrint) = name;
        Events.Add(new PersonCorrected(Id, ["name"]));
    }

    /// <summary>A new number is unverified again.</summary>
    public void CorrectPhone(SealedValue phone)
    {
        (Phone, PhonePrint) = phone;
        PhoneVerifiedAt = null;
        Events.Add(new PersonCorrected(Id, ["phone"]));
    }

    public void CorrectIdNumber(SealedValue? number)
    {
        (IdNumber, IdNumberPrint) = (number?.Sealed, number?.Print);
        Events.Add(new PersonCorrected(Id, ["id-number"]));
    }

    /// <summary>Ends the present workplace and begins another; null for none.</summary>
    public void WorkAt(UnitId? unit, DateOnly today)
    {
        var now = Workplaces.Find(place => place.ToOn is null);
        if (now?.UnitId == unit)
        {
            return;
        }

        now?.End(today);
        if (unit is { } at)
        {
            Workplaces.Add(new Workplace(at, today));
        }

        Events.Add(new WorkplaceChanged(Id, unit));
    }

    public void Agree(string purpose, string version, DateTimeOffset now)
    {
        Consents.Add(new Consent(purpose, version, now));
        Events.Add(new ConsentGiven(Id, purpose, version));
    }
}
