namespace UnionHall.Organisation.MakeApiKey;

/// <summary>A key as typed.</summary>
internal sealed class MakeApiKeyForm
{
    public string? Name { get; set; }

    public Guid? Post { get; set; }

    /// <summary>Codes of <see cref="ApiScope"/>.</summary>
    public List<string> Scopes { get; set; } = [];

    public DateOnly? LastDay { get; set; }

    public int? PerMinute { get; set; }

    public string? Basis { get; set; }
}
