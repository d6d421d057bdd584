namespace UnionHall.Platform.Security.SignIn;

/// <summary>The failed attempts under one name as typed, whether such an account exists or not.</summary>
internal sealed class SignInAttempts
{
    public required byte[] NamePrint { get; init; }

    public int Failures { get; init; }

    public DateTimeOffset LastAt { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}
