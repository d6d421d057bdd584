using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What goes out when it is agreed to.</summary>
internal enum DraftKind
{
    Reply = 1,

    /// <summary>不派，告知去处: it ends there.</summary>
    Decline,
}

/// <summary>An answer as its writer wants it to go out.</summary>
/// <param name="PassedOver">What he was told of it and did not mend.</param>
/// <param name="AnswersFor">The unit for which he answers.</param>
internal sealed record DraftWish(DraftKind Kind, string Words, string? PassedOver, IReadOnlyCollection<string> Sources, UnitId AnswersFor);

/// <summary>An answer that waits for somebody's consent, and what became of it.</summary>
internal sealed class ReplyDraft
{
    public Guid Id { get; private init; }

    public RequestId RequestId { get; private init; }

    public DraftKind Kind { get; private init; }

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

    public static ReplyDraft Of(TimelineEntry entry, DraftWish wish, UnitId heldBy) => new()
    {
        Id = SortableId.Next(entry.At),
        RequestId = entry.RequestId,
        EntryId = entry.Id,
        Kind = wish.Kind,
        UnitId = wish.AnswersFor,
        HeldBy = heldBy,
        Words = entry.Text!,
        PassedOver = wish.PassedOver,
        Sources = [.. wish.Sources],
        WrittenBy = entry.Account,
        WrittenName = entry.ActorName,
        WrittenAt = entry.At,
    };

    public void Decide(bool approved, string? note, Actor actor, DateTimeOffset at) =>
        (Approved, Note, DecidedBy, DecidedName, DecidedAt) = (approved, note, actor.Account, actor.Name, at);
}
