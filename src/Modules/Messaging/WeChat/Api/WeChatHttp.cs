using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionHall.Messaging.WeChat.Api;

/// <summary>What came back: JSON, or a file.</summary>
internal sealed record WeChatBody(JsonElement Json, byte[]? File = null, string? Type = null);

/// <summary>
/// Calls the API. Errors come as status 200 with an errcode, and sometimes as a page of some proxy: each becomes a value.
/// No log of the framework stands between, for tokens stand in the addresses.
/// </summary>
internal sealed partial class WeChatHttp : IDisposable
{
    private const int LongestAnswer = 12 * 1024 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient client;

    /// <param name="patience">How long one call may take.</param>
    public WeChatHttp(TimeSpan patience) => client = new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public void Dispose() => client.Dispose();

    public Task<WeChatAnswer<WeChatBody>> GetAsync(Uri address, CancellationToken stop) => SendAsync(HttpMethod.Get, address, null, stop);

    public Task<WeChatAnswer<WeChatBody>> PostAsync(Uri address, object body, CancellationToken stop) => SendAsync(HttpMethod.Post, address, Content(body), stop);

    /// <summary>An address of the API with its values escaped.</summary>
    public static Uri Address(Uri api, string path, params (string Name, string Value)[] query) =>
        new(api, path + "?" + string.Join('&', query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")));

    private async Task<WeChatAnswer<WeChatBody>> SendAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var response = await client.SendAsync(request, stop);
            var bytes = await response.Content.ReadAsByteArrayAsync(stop);
            return response.IsSuccessStatusCode ? Read(bytes, response.Content.Headers.ContentType) : WeChatFaults.Unreadable;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return WeChatFaults.Silent;
        }
        catch (HttpRequestException)
        {
            return WeChatFaults.Unreachable;
        }
    }

    private static WeChatAnswer<WeChatBody> Read(byte[] bytes, MediaTypeHeaderValue? type)
    {
        if (IsFile(type?.MediaType))
        {
            return new WeChatBody(default, bytes, type!.MediaType);
        }

        try
        {
            // WeChat calls its JSON text/plain.
            using var document = JsonDocument.Parse(bytes);
            var json = document.RootElement.Clone();
            return json.ValueKind != JsonValueKind.Object ? WeChatFaults.Unreadable
                : json.TryGetProperty("errcode", out var given) && given.TryGetInt32(out var code) && code != 0 ? WeChatFaults.Of(code)
                : new WeChatBody(json);
        }
        catch (JsonException)
        {
            return WeChatFaults.Unreadable;
        }
    }

    private static bool IsFile(string? type) =>
        type is not null && (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("voice/", StringComparison.Ordinal));

    /// <summary>In raw UTF-8: WeChat shows escapes as they stand.</summary>
    private static ByteArrayContent Content(object body)
    {
        var json = Escape().Replace(JsonSerializer.Serialize(body, Json), Raw);
        return new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
    }

    private static string Raw(Match escape)
    {
        var letter = (char)int.Parse(escape.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return letter < ' ' ? escape.Value : escape.Groups["before"].Value + letter;
    }

    [GeneratedRegex(@"(?<![\\])(?<before>(\\\\)*)\\u(?<code>[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
