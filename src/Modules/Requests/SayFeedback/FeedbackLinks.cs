using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.SayFeedback;

/// <summary>
/// The address in the closing message: sealed, of one round of one request, and good as long as he may say how it ended. Opening it
/// changes nothing, for scanners of mail open every link; only the form does.
/// </summary>
internal sealed class FeedbackLinks(IDataProtectionProvider protection, FeedbackWindow window, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("UnionHall.Requests.Feedback");

    /// <summary>Of a request that has ended.</summary>
    public async Task<string> IssueAsync(Request request, CancellationToken stop)
    {
        var link = new FeedbackLink(request.Id.Value, request.Round, await window.EndAsync(request.ClosedAt!.Value, stop));
        return $"/requests/track/{request.Reference}/say?token={Uri.EscapeDataString(protector.Protect(JsonSerializer.Serialize(link)))}";
    }

    /// <summary>True when it was made for this round and is not over.</summary>
    public bool Opens(string? token, Request request)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        try
        {
            var link = JsonSerializer.Deserialize<FeedbackLink>(protector.Unprotect(token));
            return link is not null && link.Request == request.Id.Value && link.Round == request.Round && link.Until > clock.GetUtcNow();
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            // Made up or cut off: there is no such link.
            return false;
        }
    }
}

/// <summary>What the address holds.</summary>
internal sealed record FeedbackLink(Guid Request, int Round, DateTimeOffset Until);
