namespace UnionHall.Platform.Time;

/// <summary>What a limit is counted in.</summary>
public enum LimitUnit
{
    /// <summary>Hours, running day and night.</summary>
    Hours = 1,

    /// <summary>Calendar days.</summary>
    CalendarDays = 2,

    /// <summary>Working days.</summary>
    WorkingDays = 3,

    /// <summary>Months, ending on the same day number or else at the month's end.</summary>
    Months = 4,

    /// <summary>Years, ending on the same date or else at the month's end.</summary>
    Years = 5,
}

/// <summary>A time limit such as 5 working days. Limits are data of each place and year, never constants.</summary>
/// <param name="Amount">How many, at least 1.</param>
/// <param name="Unit">Of what.</param>
public sealed record Limit(int Amount, LimitUnit Unit);
