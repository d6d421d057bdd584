using System.Text.Json;

namespace UnionHall.Platform.Backups;

/// <summary>What a backup holds: the last thing written, and the measure of everything else in it.</summary>
internal sealed record BackupManifest
{
    public const int KnownFormat = 1;

    public const string Entry = "manifest.json";

    /// <summary>The manifest's own SHA-256, in an entry of its own.</summary>
    public const string HashEntry = "manifest.sha256";

    public const string KeysEntry = "keys/vault.json";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public int Format { get; init; } = KnownFormat;

    /// <summary>The moment the snapshot was taken.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The PostgreSQL it came from, for people.</summary>
    public required string Server { get; init; }

    /// <summary>The schema scripts that had run.</summary>
    public required IReadOnlyList<Script> Scripts { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }

    public required IReadOnlyList<Sequence> Sequences { get; init; }

    /// <summary>The contents that rows of the snapshot name.</summary>
    public required IReadOnlyList<Content> Files { get; init; }

    /// <summary>Contents that rows name but that were not on the disk, or not as they were.</summary>
    public required IReadOnlyList<string> MissingFiles { get; init; }

    /// <summary>SHA-256 of the key ring in this backup; null when it was left out.</summary>
    public required string? Keys { get; init; }

    /// <summary>Tells the ring without telling its keys: a restore without keys needs the same one in place.</summary>
    public required string KeysMark { get; init; }

    /// <summary>The number of the key that sealed last: an older copy of the same ring lacks it. The first in backups that do not say.</summary>
    public uint NewestKey { get; init; } = 1;

    internal sealed record Script(string Name, string Checksum);

    internal sealed record Table(string Name, IReadOnlyList<string> Columns, long Rows, long Bytes, string Sha256)
    {
        public string EntryName => $"tables/{Name}.copy";
    }

    internal sealed record Sequence(string Name, long LastValue, bool IsCalled);

    internal sealed record Content(string Sha256, long Size)
    {
        public string EntryName => $"files/{Sha256[..2]}/{Sha256}";
    }
}
