namespace UnionHall.Platform.Data;

/// <summary>Where the data lives.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Connection string of any PostgreSQL ≥ 15; null means the embedded one under <see cref="DataFolder"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Folder of the embedded database, files and keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder that holds initdb and postgres; null means the npm package of this checkout.</summary>
    public string? PostgresBinaries { get; init; }

    /// <summary>False only in tests: trades durability for speed.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The vault's key ring (UNIONHALL_KEYS), shared by several nodes; null means keys/vault.json under <see cref="DataFolder"/>.</summary>
    public string? KeysFile { get; init; }

    public bool IsEmbedded => ConnectionString is null;
}
