using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace UnionHall.Testing;

/// <summary>
/// A browser without scripts: keeps cookies, follows redirects, fills forms by their labels and presses buttons by
/// their words, so that a test reads like its user.
/// </summary>
public sealed class Browser : IDisposable
{
    private static readonly Uri Home = new("http://localhost");
    private readonly CookieContainer cookies = new();
    private readonly HttpMessageInvoker client;

    internal Browser(HttpMessageHandler handler) => client = new HttpMessageInvoker(handler);

    /// <summary>A browser of a site that runs as a process of its own.</summary>
    public static Browser At(Uri site) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(site.Host, site.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public Task<PageAnswer> GetAsync(string address) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(Home, address)));

    /// <summary>Posts raw fields, as a script or an attacker would.</summary>
    public Task<PageAnswer> PostAsync(string address, params (string Name, string Value)[] fields) => SendAsync(() => new HttpRequestMessage(HttpMethod.Post, new Uri(Home, address))
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Sends any request with this browser's cookies; does not follow redirects.</summary>
    public async Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request)
    {
        request.RequestUri = request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(Home, request.RequestUri);
        if (cookies.GetCookieHeader(request.RequestUri) is { Length: > 0 } header)
        {
            request.Headers.TryAddWithoutValidation("Cookie", header);
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                cookies.SetCookies(request.RequestUri, cookie);
            }
        }

        return response;
    }

    /// <summary>Fills the form that holds the button with these words, by label, and presses the button.</summary>
    public Task<PageAnswer> PressAsync(PageAnswer page, string button, params (string Label, string Value)[] fields)
    {
        var filled = FilledForm.Of(page, button, fields);
        return SendAsync(() => filled.ToRequest(page.Address));
    }

    /// <summary>As <see cref="PressAsync"/>, with a file chosen in the field with this label.</summary>
    public Task<PageAnswer> PressWithFileAsync(PageAnswer page, string button, string label, string fileName, byte[] content, params (string Label, string Value)[] fields)
    {
        var filled = FilledForm.Of(page, button, fields);
        filled.Choose(page.Field(label).GetAttribute("name")!, fileName, content);
        return SendAsync(() => filled.ToRequest(page.Address));
    }

    /// <summary>The same post again, as a second press of the button would send it.</summary>
    public async Task<(PageAnswer First, PageAnswer Second)> PressTwiceAsync(PageAnswer page, string button, params (string Label, string Value)[] fields)
    {
        var filled = FilledForm.Of(page, button, fields);
        var first = await SendAsync(() => filled.ToRequest(page.Address));
        return (first, await SendAsync(() => filled.ToRequest(page.Address)));
    }

    public void Dispose() => client.Dispose();

    private async Task<PageAnswer> SendAsync(Func<HttpRequestMessage> make)
    {
        var request = make();
        for (var hops = 0; ; hops++)
        {
            var address = request.RequestUri!;
            using var sent = request;
            using var response = await SendRawAsync(sent);
            if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently && hops < 10)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, response.Headers.Location!));
                continue;
            }

            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new PageAnswer(response.StatusCode, address, body, Parse(body));
        }
    }

    private static IHtmlDocument Parse(string body) => new HtmlParser().ParseDocument(body);
}
