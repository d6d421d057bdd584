namespace UnionHall.Platform.Time;

/// <summary>What a yearly notice of the State Council says about one day; ordinary weekdays and weekends have no fact.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to, such as 国庆节, also for the day that makes up for it.</param>
/// <param name="IsOffDay">True: a day off. False: a make-up day (调休), worked although it is a weekend.</param>
/// <param name="DocumentYear">The year the notice is for; days at the end of December may stand in the next year's.</param>
public sealed record DayFact(DateOnly Date, string Name, bool IsOffDay, int DocumentYear);
