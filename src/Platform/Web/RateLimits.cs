using System.ComponentModel.DataAnnotations;

namespace UnionHall.Platform.Web;

/// <summary>
/// How often one caller may come, per minute and node; section "RateLimits" of the configuration
/// (RateLimits__SignIn in the environment). A factory's workers may share one address, so the limits stop machines,
/// not people. 0 lifts a limit.
/// </summary>
public sealed record RateLimits
{
    /// <summary>Names the limit of a page: [EnableRateLimiting(RateLimits.SignInPolicy)]. Only what changes something is counted.</summary>
    public const string SignInPolicy = "sign-in";

    /// <summary>For filing a request.</summary>
    public const string SubmitPolicy = "submit";

    /// <summary>For opening a request with its reference and passphrase.</summary>
    public const string TrackPolicy = "track";

    /// <summary>For uploads.</summary>
    public const string UploadPolicy = "upload";

    /// <summary>For what anybody may read without signing in and costs much; reading counts, sending does not.</summary>
    public const string PublicPolicy = "public";

    /// <summary>Such readings from one address.</summary>
    [Range(0, int.MaxValue)]
    public int Public { get; init; } = 240;

    /// <summary>Requests of any kind by one signed-in account.</summary>
    [Range(0, int.MaxValue)]
    public int GeneralPerAccount { get; init; } = 1_200;

    /// <summary>Requests of any kind from one address.</summary>
    [Range(0, int.MaxValue)]
    public int GeneralPerAddress { get; init; } = 6_000;

    /// <summary>Attempts to sign in from one address.</summary>
    [Range(0, int.MaxValue)]
    public int SignIn { get; init; } = 60;

    /// <summary>Requests filed by one account or from one address.</summary>
    [Range(0, int.MaxValue)]
    public int Submit { get; init; } = 120;

    /// <summary>Passphrases tried from one address.</summary>
    [Range(0, int.MaxValue)]
    public int Track { get; init; } = 30;

    /// <summary>Files uploaded by one account or from one address.</summary>
    [Range(0, int.MaxValue)]
    public int Upload { get; init; } = 240;
}
