using System.Net;
using AngleSharp.Html.Parser;

namespace UnionHall.Bench;

/// <summary>A browser's part of the work: cookies, forms, keys.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient http;

    public Client(Uri address) => http = new HttpClient(new SocketsHttpHandler
    {
        CookieContainer = new CookieContainer(),
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        MaxConnectionsPerServer = 200,
    })
    { BaseAddress = address };

    public async Task<bool> ReadsAsync(string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        _ = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public async Task SignInAsync(string userName, string password)
    {
        var fields = await FieldsAsync("/sign-in");
        fields["Form.Name"] = userName;
        fields["Form.Password"] = password;
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
        if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"Signing in as {userName} answered {answer.StatusCode}.");
        }
    }

    /// <summary>The hidden fields of the submission form, to be sent many times with fresh keys.</summary>
    public async Task<Dictionary<string, string>> FieldsAsync(string address)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStreamAsync(new Uri(address, UriKind.Relative)));
        return page.QuerySelectorAll("form[method=post] input[type=hidden][name]")
            .DistinctBy(input => input.GetAttribute("name"))
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? string.Empty);
    }

    public async Task<bool> SubmitAsync(IReadOnlyDictionary<string, string> hidden, string words)
    {
        var fields = new Dictionary<string, string>(hidden)
        {
            ["submission-key"] = Guid.CreateVersion7().ToString(),
            ["Form.Kind"] = "help",
            ["Form.Words"] = words,
            ["Form.Visibility"] = "named",
            ["Form.Name"] = "王师傅",
            ["Form.Phone"] = "13900001234",
            ["Form.SameAs"] = "new",
        };
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var answer = await http.PostAsync(new Uri("/requests/submit", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther;
    }

    public async Task<long> BytesAsync(string address, string accept = "br, gzip")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    public async Task<IReadOnlyList<string>> AssetsAsync(string address)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStreamAsync(new Uri(address, UriKind.Relative)));
        return [.. page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!), .. page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!)];
    }

    public void Dispose() => http.Dispose();
}
