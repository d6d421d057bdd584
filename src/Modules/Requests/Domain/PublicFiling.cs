using UnionHall.Organisation;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>A request was filed by Open311: it appears in the public list, with or without its words.</summary>
internal sealed class PublicFiling
{
    public RequestId RequestId { get; init; }

    /// <summary>The top unit of the tree it was filed in.</summary>
    public UnitId Jurisdiction { get; init; }

    public required string ServiceCode { get; init; }

    public ApiKeyId ApiKey { get; init; }

    public DateTimeOffset FiledAt { get; init; }

    /// <summary>Who filed it agreed that its words and the answer to it are public.</summary>
    public bool WithWords { get; init; }

    /// <summary>WGS84, rounded to about a kilometre: a home cannot be read out of it.</summary>
    public decimal? Lat { get; init; }

    public decimal? Long { get; init; }

    public static bool IsFit(MatterType type) => type is not (MatterType.Report or MatterType.Petition);
}
