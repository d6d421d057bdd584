using UnionHall.Platform.Data;

namespace UnionHall.People.Domain;

/// <summary>That a person agreed to one version of a notice.</summary>
internal sealed class Consent
{
    private Consent()
    {
    }

    public Consent(string purpose, string version, DateTimeOffset now) => (Id, Purpose, Version, GivenAt) = (SortableId.Next(now), purpose, version, now);

    public Guid Id { get; private init; }

    public PersonId PersonId { get; private init; }

    /// <summary>What the data may be used for, e.g. account.</summary>
    public string Purpose { get; private init; } = "";

    public string Version { get; private init; } = "";

    public DateTimeOffset GivenAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }
}
