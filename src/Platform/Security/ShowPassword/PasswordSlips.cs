using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace UnionHall.Platform.Security.ShowPassword;

/// <summary>
/// A one-time password is nowhere kept but in the address of the page that shows it, sealed for the administrator who
/// made it and good for ten minutes. A form sent twice leads to the same address.
/// </summary>
internal sealed class PasswordSlips(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("UnionHall.Platform.PasswordSlip");

    public string Issue(Actor maker, AccountId account, string password)
    {
        var slip = new PasswordSlip(account.Value, password, maker.Account?.Value, clock.GetUtcNow().Add(Lasts));
        return $"/admin/accounts/password?slip={Uri.EscapeDataString(protector.Protect(JsonSerializer.Serialize(slip)))}";
    }

    /// <summary>Null when it is made up, older than ten minutes or another administrator's.</summary>
    public PasswordSlip? Open(Actor reader, string? slip)
    {
        if (string.IsNullOrEmpty(slip))
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize<PasswordSlip>(protector.Unprotect(slip));
            return read?.Until > clock.GetUtcNow() && read.Maker == reader.Account?.Value ? read : null;
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            // Made up or cut off: there is no such slip.
            return null;
        }
    }
}

/// <summary>A one-time password on its way to its owner.</summary>
internal sealed record PasswordSlip(Guid Account, string Password, Guid? Maker, DateTimeOffset Until);
