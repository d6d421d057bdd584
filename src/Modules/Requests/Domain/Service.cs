using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>One thing a worker can ask for, as it is from a day on: its form, limit, first receiver and who may know him. Dated data with a basis document.</summary>
internal sealed class Service
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = string.Empty;

    public MatterType MatterType { get; init; }

    public required string Category { get; init; }

    /// <summary>Extra questions, JSON of <see cref="Question"/>.</summary>
    public string Questions { get; init; } = "[]";

    public int LimitWorkingDays { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    /// <summary>Which level of the worker's lineage receives first: primary, street, district or city.</summary>
    public required string RouteTo { get; init; }

    /// <summary>The unit that receives first whatever the level; null: the level decides.</summary>
    public UnitId? Receiver { get; init; }

    /// <summary>The visibility choices offered, codes.</summary>
    public string[] Visibility { get; init; } = [];

    /// <summary>What is to be done before the answer or the end, JSON of <see cref="ServiceCheck"/>.</summary>
    public string Checks { get; init; } = "[]";

    /// <summary>An answer waits for the consent of somebody above before it goes out.</summary>
    public bool NeedsApproval { get; init; }

    public int Position { get; private set; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; before the first when another version took its place at once.</summary>
    public DateOnly? ValidTo { get; private set; }

    public string Basis { get; init; } = string.Empty;

    /// <summary>On no day in force any more.</summary>
    public bool IsVoid => ValidTo < ValidFrom;

    /// <summary>Takes in whoever only said what kind of thing it is, so it cannot be missing.</summary>
    public bool IsGeneral => IsGeneralCode(Code);

    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    public Service At(int position)
    {
        Position = position;
        return this;
    }

    /// <summary>Leaves it in force up to and including this day.</summary>
    public Service Until(DateOnly? lastDay)
    {
        ValidTo = lastDay;
        return this;
    }

    public static bool IsGeneralCode(string code) => code.StartsWith("general-", StringComparison.Ordinal);
}
