using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Domain;

/// <summary>A name a unit bore from a day until (not including) another.</summary>
internal sealed class UnitName(UnitId unitId, DateOnly fromOn, string name, string shortName)
{
    public UnitId UnitId { get; private init; } = unitId;

    public DateOnly FromOn { get; private init; } = fromOn;

    public DateOnly? ToOn { get; private set; }

    public string Name { get; private set; } = name;

    public string ShortName { get; private set; } = shortName;

    public void End(DateOnly day) => ToOn = day;

    public void Restore(NameRow before) => (ToOn, Name, ShortName) = (before.ToOn, before.Name, before.ShortName);

    /// <summary>A second name on the same day replaces the first, which was never borne for a whole day.</summary>
    public void Correct(string name, string shortName) => (Name, ShortName) = (name, shortName);
}
