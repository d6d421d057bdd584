using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using UnionHall.Platform.Submissions;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.ShowReceipt;

/// <summary>
/// The passphrase is nowhere kept but in the address of the receipt, sealed and good for half an hour. A form sent twice
/// leads to the same address.
/// </summary>
internal sealed class Receipts(IDataProtectionProvider protection, Submission submission, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("UnionHall.Requests.Receipt");

    /// <summary>The address of the receipt. Call before saving: a repetition of the form is led there too.</summary>
    public string Issue(Received received)
    {
        var receipt = new Receipt(received.Request.Id.Value, received.Request.Reference, received.Passphrase, clock.GetUtcNow().Add(Lasts));
        var address = $"/requests/receipt?token={Uri.EscapeDataString(protector.Protect(JsonSerializer.Serialize(receipt)))}";
        submission.Outcome = address;
        if (received.Request.Visibility != Visibility.Named)
        {
            submission.ForgetSender();
        }

        return address;
    }

    /// <summary>Null when it is made up or older than half an hour.</summary>
    public Receipt? Open(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var receipt = JsonSerializer.Deserialize<Receipt>(protector.Unprotect(token));
            return receipt?.Until > clock.GetUtcNow() ? receipt : null;
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            // Made up or cut off: there is no such receipt.
            return null;
        }
    }
}

/// <summary>What a receipt shows once.</summary>
internal sealed record Receipt(Guid Request, string Reference, string Passphrase, DateTimeOffset Until);
