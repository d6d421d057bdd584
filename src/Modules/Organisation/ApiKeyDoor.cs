using UnionHall.Organisation.ApiKeys;

namespace UnionHall.Organisation;

/// <summary>Where programs come in: knows their keys, what each may do, and how often.</summary>
public sealed class ApiKeyDoor
{
    private readonly ApiKeyRing ring;
    private readonly ApiKeyPace pace;

    internal ApiKeyDoor(ApiKeyRing ring, ApiKeyPace pace) => (this.ring, this.pace) = (ring, pace);

    /// <summary>Lets a program in with the key it brought.</summary>
    /// <param name="key">As it came; null for none.</param>
    /// <param name="needs">What it wants to do; null for what every key may.</param>
    /// <param name="address">The network address, for the audit log.</param>
    public async Task<ApiEntry> EnterAsync(string? key, ApiScope? needs, string? address, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return new ApiEntry(null, ApiRefusal.Missing);
        }

        if (await ring.FindAsync(key, address, stop) is not { } caller)
        {
            return new ApiEntry(null, ApiRefusal.Unknown);
        }

        if (pace.Wait(caller) is { } wait)
        {
            return new ApiEntry(null, ApiRefusal.TooMany, wait);
        }

        return needs is { } scope && !(caller.Scopes.Contains(scope) && caller.Actor.Can(scope.Needs())) ? new ApiEntry(null, ApiRefusal.OutOfScope) : new ApiEntry(caller);
    }
}
