using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Submissions;

/// <summary>Where a submission comes in, from a form or as JSON: finds the earlier one with its key, or opens a new one.</summary>
internal sealed class SubmissionDoor(
    SubmissionStore store, SubmissionGate gate, Submission submission, ICurrentActor current, Vault vault, IOptions<AntiforgeryOptions> antiforgery, TimeProvider clock)
{
    public async Task<SubmissionTurn> EnterAsync(HttpContext http, Guid key, byte[] fingerprint)
    {
        var stop = http.RequestAborted;
        var mine = new StoredSubmission
        {
            Key = key,
            Account = (await current.GetAsync(stop)).Account,
            Session = SessionOf(http),
            Path = http.Request.PathBase + http.Request.Path,
            // Keyed: a form may hold a password, or a phone number that could be guessed from a plain hash.
            Fingerprint = vault.Fingerprint(Convert.ToHexString(fingerprint), "submission"),
            At = clock.GetUtcNow(),
        };
        var inside = await gate.EnterAsync(key, stop);
        try
        {
            var earlier = await store.FindAnsweredAsync(key, stop);
            if (earlier is null)
            {
                submission.Open(mine);
            }

            return new SubmissionTurn(mine, inside) { Earlier = earlier };
        }
        catch
        {
            inside.Dispose();
            throw;
        }
    }

    /// <summary>The one that another node stored while this request ran.</summary>
    public async Task<StoredSubmission> OtherAsync(Guid key, CancellationToken stop) =>
        await store.FindAnsweredAsync(key, stop) ?? throw new InvalidOperationException("The submission that was stored at the same time is gone.");

    /// <summary>Writes the answer down, where the handler did not name it before it saved.</summary>
    public async Task AnswerAsync(string outcome)
    {
        if (submission is { IsStored: true, Outcome: null, Key: { } key })
        {
            // The work is committed: the answer is written even when the browser has gone meanwhile.
            await store.AnswerAsync(key, outcome, CancellationToken.None);
        }
    }

    private byte[]? SessionOf(HttpContext http)
    {
        var cookie = antiforgery.Value.Cookie.Name is { } name ? http.Request.Cookies[name] : null;
        var credential = cookie ?? http.Request.Headers.Authorization.FirstOrDefault();
        return credential is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(credential));
    }
}

/// <summary>One request's turn with a key.</summary>
internal sealed class SubmissionTurn(StoredSubmission mine, IDisposable inside) : IDisposable
{
    public StoredSubmission Mine => mine;

    public StoredSubmission? Earlier { get; init; }

    public void Dispose() => inside.Dispose();
}
