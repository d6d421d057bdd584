using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>An address at which the union receives letters. What comes in is read by its readers only.</summary>
internal sealed class MailBox : IRaiseEvents
{
    private readonly List<MailBoxReader> readers = [];

    private MailBox()
    {
    }

    public MailBoxId Id { get; private init; }

    /// <summary>In small letters, without a part behind a plus.</summary>
    public string Address { get; private set; } = "";

    /// <summary>As pages and letters name it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Letters hang there. It does not change: what came in before would hang elsewhere.</summary>
    public UnitId UnitId { get; private init; }

    /// <summary>Its server delivers box+anything@domain here too: then every mail we send has an address of its own to be answered at.</summary>
    public bool HasPlus { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<MailBoxReader> Readers => readers;

    public EventList Events { get; } = new();

    public bool IsOpen => ClosedAt is null;

    public MailBoxSummary Summary => new(Id, Address, Name, UnitId, IsOpen);

    public static MailBox Open(UnitId unit, DateTimeOffset at) => new() { Id = new MailBoxId(SortableId.Next(at)), UnitId = unit };

    public void Change(string address, string name, bool hasPlus, bool isOpen, DateTimeOffset at)
    {
        (Address, Name, HasPlus) = (address, name, hasPlus);
        ClosedAt = isOpen ? null : ClosedAt ?? at;
        Events.Add(new MailBoxChanged(Id, UnitId));
    }

    /// <summary>From where it is fetched was changed.</summary>
    public void FetchOtherwise() => Events.Add(new MailBoxChanged(Id, UnitId));

    /// <summary>Who reads it from now on: nobody else.</summary>
    public void LetRead(IReadOnlyCollection<(AccountId Account, bool IsChair)> named, DateTimeOffset at)
    {
        readers.RemoveAll(reader => !named.Contains((reader.Account, reader.IsChair)));
        readers.AddRange(named.Where(one => !readers.Exists(reader => reader.Account == one.Account)).Select(one => MailBoxReader.Of(Id, one.Account, one.IsChair, at)));
    }
}
