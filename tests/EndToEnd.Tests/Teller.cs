using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using UnionHall.Platform.Submissions;

namespace UnionHall.EndToEnd.Tests;

/// <summary>
/// A worker with a bad connection: files one request after the other, and sends each again with the same key, however
/// often it fails, until it holds the receipt.
/// </summary>
internal sealed partial class Teller : IDisposable
{
    private static readonly Uri Form = new("/requests/submit?service=wage-arrears", UriKind.Relative);
    private static readonly Uri Target = new("/requests/submit", UriKind.Relative);
    private readonly string name;
    private readonly HttpClient client;

    public Teller(string name, Uri site)
    {
        this.name = name;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(15) };
    }

    /// <summary>Words of each request and the reference that was acknowledged for them.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new();

    /// <summary>Answers that were neither a receipt nor a plain "not now".</summary>
    public ConcurrentBag<string> Odd { get; } = [];

    /// <summary>How many sends failed and were repeated.</summary>
    public int Repeats { get; private set; }

    public async Task TellAsync(Func<bool> isEnough, CancellationToken stop)
    {
        for (var number = 1; !isEnough(); number++)
        {
            var words = $"{name}说的第 {number} 件：八月的工资还没发。";
            var token = await UntilAsync(() => TokenAsync(stop), stop);
            var fields = new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                [SubmissionKey.Field] = Guid.CreateVersion7().ToString(),
                ["Form.Service"] = "wage-arrears",
                ["Form.Words"] = words,
                ["Form.Visibility"] = number % 2 == 0 ? "anonymous" : "hidden",
                ["Form.Name"] = "王建国",
                ["Form.Phone"] = "13800001234",
                // Asked whether it is the same as before, he says that it is not.
                ["Form.SameAs"] = "new",
            };
            Acknowledged[words] = await UntilAsync(() => SendAsync(fields, stop), stop);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<string> UntilAsync(Func<Task<string?>> attempt, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (await attempt() is { } got)
                {
                    return got;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is TaskCanceledException && !stop.IsCancellationRequested))
            {
                // The line broke: nobody knows what became of it.
            }

            Repeats++;
            await Task.Delay(100, stop);
        }
    }

    private async Task<string?> TokenAsync(CancellationToken stop)
    {
        using var answer = await client.GetAsync(Form, stop);
        if (IsAway(answer))
        {
            return null;
        }

        using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(stop));
        return page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
    }

    private async Task<string?> SendAsync(Dictionary<string, string> fields, CancellationToken stop)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(Target, content, stop);
        if (IsAway(answer))
        {
            return null;
        }

        if (answer.Headers.Location is not { } receipt)
        {
            Odd.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
            return null;
        }

        return await UntilAsync(() => ReadAsync(receipt, stop), stop);
    }

    private async Task<string?> ReadAsync(Uri receipt, CancellationToken stop)
    {
        using var answer = await client.GetAsync(receipt, stop);
        return IsAway(answer) || Reference().Match(await answer.Content.ReadAsStringAsync(stop)) is not { Success: true } found ? null : found.Value;
    }

    private bool IsAway(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.InternalServerError)
        {
            Odd.Add(answer.RequestMessage!.RequestUri!.PathAndQuery + " broke");
        }

        return answer.StatusCode >= HttpStatusCode.InternalServerError;
    }

    [GeneratedRegex("(?<=/requests/track/)[0-9-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
