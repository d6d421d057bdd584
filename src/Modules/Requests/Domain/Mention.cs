using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Somebody was named in an internal note.</summary>
internal sealed class Mention
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public Guid EntryId { get; private init; }

    public AccountId Account { get; private init; }

    public AccountId? ByAccount { get; private init; }

    public string ByName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public static Mention Of(TimelineEntry note, AccountId account) => new()
    {
        Id = SortableId.Next(note.At),
        RequestId = note.RequestId,
        EntryId = note.Id,
        Account = account,
        ByAccount = note.Account,
        ByName = note.ActorName,
        At = note.At,
    };
}
