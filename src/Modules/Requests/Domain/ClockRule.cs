using UnionHall.Platform.Time;

namespace UnionHall.Requests.Domain;

/// <summary>What has to be done within a limit (domain rules, K1–K13).</summary>
internal enum ClockDuty
{
    Handle = 1,
    Contact,

    /// <summary>信访 Art 23: tell the asker in writing.</summary>
    Notice,

    /// <summary>信访 Art 23: say that it was wrongly transferred.</summary>
    Objection,

    /// <summary>信访 Art 34.</summary>
    Decision,
    AskReview,
    Review,
    AskSecondReview,
    SecondReview,
    EmployerAnswer,
    OpinionAnswer,
    OutOfScopeNotice,
    AuthorityNotice,
}

/// <summary>One limit of one city profile as of a day, with the document it rests on.</summary>
internal sealed class ClockRule
{
    public Guid Id { get; init; }

    public required string Profile { get; init; }

    /// <summary>K1 to K13.</summary>
    public required string Code { get; init; }

    public ClockDuty Duty { get; init; }

    /// <summary>Null: whatever the matter.</summary>
    public MatterType? MatterType { get; init; }

    /// <summary>Null: however pressing.</summary>
    public Urgency? Urgency { get; init; }

    public int Amount { get; private set; }

    public LimitUnit Unit { get; private set; }

    /// <summary>How much at once; 0: no extension.</summary>
    public int ExtensionAmount { get; private set; }

    public LimitUnit ExtensionUnit { get; private set; }

    public int ExtensionTimes { get; private set; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; before the first when another took its place at once.</summary>
    public DateOnly? ValidTo { get; private set; }

    public required string Basis { get; set; }

    /// <summary>What does not count, in Chinese: 听证. Null: all time counts.</summary>
    public string? Excludes { get; init; }

    public Limit Limit => new(Amount, Unit);

    public bool MayExtend => ExtensionTimes > 0 && ExtensionAmount > 0;

    public Limit Extension => new(Math.Max(1, ExtensionAmount), ExtensionUnit);

    public ClockRule With(Limit limit, Limit? extension, int times)
    {
        (Amount, Unit) = (limit.Amount, limit.Unit);
        (ExtensionAmount, ExtensionUnit, ExtensionTimes) = (extension?.Amount ?? 0, extension?.Unit ?? limit.Unit, extension is null ? 0 : times);
        return this;
    }

    public void EndBefore(DateOnly day) => ValidTo = day.AddDays(-1);

    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>The same rule of another time.</summary>
    public bool IsSame(ClockRule other) =>
        (Profile, Code, Duty, MatterType, Urgency) == (other.Profile, other.Code, other.Duty, other.MatterType, other.Urgency);
}

/// <summary>Which city profile's rules are in force from a day on.</summary>
internal sealed class ClockProfile
{
    public DateOnly ValidFrom { get; init; }

    public required string Profile { get; set; }

    public required string Basis { get; set; }
}
