using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>An answer that waits for somebody's consent, and what became of it.</summary>
internal sealed class ReplyDraft
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    /// <summary>The line of the timeline that shows it.</summary>
    public Guid EntryId { get; private init; }

    /// <summary>The unit for which it answers.</summary>
    public UnitId UnitId { get; private init; }

    /// <summary>The unit that had the request when it was written.</summary>
    public UnitId HeldBy { get; private init; }

    public string Words { get; private init; } = "";

    /// <summary>What its writer was told of it and did not mend.</summary>
    public string? PassedOver { get; private init; }

    public string[] Sources { get; private init; } = [];

    public AccountId? WrittenBy { get; private init; }

    public string WrittenName { get; private init; } = "";

    public DateTimeOffset WrittenAt { get; private init; }

    public AccountId? DecidedBy { get; private set; }

    public string? DecidedName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>False: sent back or taken back.</summary>
    public bool? Approved { get; private set; }

    /// <summary>What was changed, or why it was sent back.</summary>
    public string? Note { get; private set; }

    /// <summary>Its writer, in whose name it goes out.</summary>
    public Actor Writer => new(WrittenBy, WrittenName, []);

    public static ReplyDraft Of(TimelineEntry entry, UnitId answersFor, UnitId heldBy, string? passedOver, IReadOnlyCollection<string> sources) => new()
    {
        Id = SortableId.Next(entry.At),
        RequestId = entry.RequestId,
        EntryId = entry.Id,
        UnitId = answersFor,
        HeldBy = heldBy,
        Words = entry.Text!,
        PassedOver = passedOver,
        Sources = [.. sources],
        WrittenBy = entry.Account,
        WrittenName = entry.ActorName,
        WrittenAt = entry.At,
    };

    public void Decide(bool approved, string? note, Actor actor, DateTimeOffset at) =>
        (Approved, Note, DecidedBy, DecidedName, DecidedAt) = (approved, note, actor.Account, actor.Name, at);
}
