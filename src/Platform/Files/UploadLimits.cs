using System.ComponentModel.DataAnnotations;

namespace UnionHall.Platform.Files;

/// <summary>How much may be uploaded; section "Uploads" of the configuration (Uploads__PhotoBytes in the environment).</summary>
public sealed record UploadLimits
{
    private const int MiB = 1024 * 1024;

    /// <summary>Bytes of one picture.</summary>
    [Range(1, int.MaxValue)]
    public int PhotoBytes { get; init; } = 10 * MiB;

    /// <summary>Bytes of one document or recording.</summary>
    [Range(1, int.MaxValue)]
    public int DocumentBytes { get; init; } = 20 * MiB;

    /// <summary>Bytes of a whole form with its files, for pages without JavaScript: nine pictures fit.</summary>
    [Range(1, int.MaxValue)]
    public int FormBytes { get; init; } = 96 * MiB;

    /// <summary>How long an upload that nothing claims is kept.</summary>
    public TimeSpan KeepUnclaimed { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Bytes of the largest file of any kind.</summary>
    public int FileBytes => Math.Max(PhotoBytes, DocumentBytes);
}
