using UnionHall.Platform.Security;

namespace UnionHall.People.Domain;

/// <summary>A stretch of time in which a person said he works at a unit.</summary>
internal sealed class Workplace
{
    private Workplace()
    {
    }

    public Workplace(UnitId unit, DateOnly from) => (Id, UnitId, FromOn) = (Guid.CreateVersion7(), unit, from);

    public Guid Id { get; private init; }

    public PersonId PersonId { get; private init; }

    public UnitId UnitId { get; private init; }

    public DateOnly FromOn { get; private init; }

    /// <summary>The first day no longer; null while it lasts.</summary>
    public DateOnly? ToOn { get; private set; }

    public void End(DateOnly day) => ToOn = day;
}
