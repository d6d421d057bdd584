namespace UnionHall.Platform.Security.Passkeys;

/// <summary>A public key of a device that can sign its owner in.</summary>
internal sealed class Passkey
{
    public required byte[] CredentialId { get; init; }

    public AccountId Account { get; init; }

    /// <summary>The owner's name for the device, e.g. 我的手机.</summary>
    public required string Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public long SignCount { get; set; }

    public required string[] Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }
}
