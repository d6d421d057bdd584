using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UnionHall.Testing.WeChat;

/// <summary>A call that came in.</summary>
public sealed record WeChatCall(string Path, string Query, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>
/// Stands in for api.weixin.qq.com on loopback: gives tokens, takes messages, and refuses as the real one does. A test
/// tells it what goes wrong next.
/// </summary>
public sealed class WeChatStandIn : IAsyncDisposable
{
    private const int PerMessage = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private readonly WebApplication app;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> mishaps = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<WeChatCall> calls = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, int Sent)> windows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private (string Text, DateTimeOffset Until)? token;
    private int made;

    private WeChatStandIn(WebApplication app, TimeProvider clock) => (this.app, this.clock) = (app, clock);

    public Uri Address => new(app.Urls.Single());

    public string AppId { get; init; } = "wx5823bf96d3bd56c7";

    public string Secret { get; init; } = "0123456789abcdef0123456789abcdef";

    /// <summary>All calls so far, oldest first.</summary>
    public IReadOnlyList<WeChatCall> Calls => [.. calls];

    public static async Task<WeChatStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new WeChatStandIn(builder.Build(), clock);
        standIn.app.Run(standIn.AnswerAsync);
        await standIn.app.StartAsync();
        return standIn;
    }

    public IReadOnlyList<WeChatCall> CallsTo(string path) => [.. calls.Where(call => call.Path == path)];

    /// <summary>The next call to this path is refused with an error.</summary>
    public void Refuse(string path, int code) => Mishap(path, context => JsonAsync(context, new { errcode = code, errmsg = "refused by the stand-in" }));

    /// <summary>The next call to this path gets a page of some proxy.</summary>
    public void AnswerHtml(string path) => Mishap(path, context =>
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<html><body><h1>502 Bad Gateway</h1></body></html>");
    });

    /// <summary>The next call to this path gets no answer in time.</summary>
    public void FallSilent(string path, TimeSpan time) => Mishap(path, context => Task.Delay(time, TimeProvider.System, context.RequestAborted));

    /// <summary>Some other system fetched a token: the one we hold is worth nothing from now on.</summary>
    public void RevokeToken()
    {
        lock (gate)
        {
            token = null;
        }
    }

    /// <summary>The follower wrote to the account: it may write to him five times within 48 hours.</summary>
    public void Wrote(string openId) => windows[openId] = (clock.GetUtcNow(), 0);

    /// <summary>A code of a web login, good once.</summary>
    public string MakeCode(string openId)
    {
        var code = "code" + Interlocked.Increment(ref made);
        codes[code] = openId;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private void Mishap(string path, Func<HttpContext, Task> what) => mishaps.GetOrAdd(path, _ => new()).Enqueue(what);

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        using var reader = new StreamReader(context.Request.Body);
        var call = new WeChatCall(path, context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync());
        calls.Enqueue(call);
        if (mishaps.TryGetValue(path, out var waiting) && waiting.TryDequeue(out var mishap))
        {
            await mishap(context);
            return;
        }

        var isOfUs = path is "/cgi-bin/stable_token" or "/sns/oauth2/access_token";
        await (!isOfUs && Refusal(context.Request.Query["access_token"].ToString()) is { } code ? ErrorAsync(context, code) : AnswerAsync(context, call));
    }

    private Task AnswerAsync(HttpContext context, WeChatCall call) => call.Path switch
    {
        "/cgi-bin/stable_token" => TokenAsync(context, call.Json),
        "/cgi-bin/ticket/getticket" => JsonAsync(context, new { errcode = 0, errmsg = "ok", ticket = "ticket-of-the-script", expires_in = 7200 }),
        "/cgi-bin/message/custom/send" => SayAsync(context, call.Json),
        "/cgi-bin/message/template/send" => TemplateAsync(context, call.Json),
        "/cgi-bin/media/get" => MediaAsync(context),
        "/cgi-bin/qrcode/create" => JsonAsync(context, new { ticket = "gQH47joAAAAAAAAAASxodHRw", url = "http://weixin.qq.com/q/kZgfwMTm72WWPkovabbI" }),
        "/cgi-bin/menu/create" => ErrorAsync(context, 0),
        "/cgi-bin/user/info" => JsonAsync(context, new { subscribe = windows.ContainsKey(context.Request.Query["openid"].ToString()) ? 1 : 0 }),
        "/sns/oauth2/access_token" => LoginAsync(context),
        _ => NotFoundAsync(context),
    };

    private Task TokenAsync(HttpContext context, JsonElement body)
    {
        if (body.GetProperty("appid").GetString() != AppId || body.GetProperty("secret").GetString() != Secret)
        {
            return ErrorAsync(context, body.GetProperty("appid").GetString() != AppId ? 40013 : 40125);
        }

        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (token is not { } held || held.Until <= now || body.GetProperty("force_refresh").GetBoolean())
            {
                token = ($"token-{Interlocked.Increment(ref made)}-{new string('x', 480)}", now.AddSeconds(7200));
            }

            return JsonAsync(context, new { access_token = token.Value.Text, expires_in = (int)(token.Value.Until - now).TotalSeconds });
        }
    }

    private int? Refusal(string given)
    {
        lock (gate)
        {
            return token is not { } held || held.Text != given ? 40001 : held.Until <= clock.GetUtcNow() ? 42001 : null;
        }
    }

    private Task SayAsync(HttpContext context, JsonElement body)
    {
        var openId = body.GetProperty("touser").GetString()!;
        if (!windows.TryGetValue(openId, out var window) || clock.GetUtcNow() - window.At > Window)
        {
            return ErrorAsync(context, 45015);
        }

        windows[openId] = (window.At, window.Sent + 1);
        return ErrorAsync(context, window.Sent >= PerMessage ? 45047 : 0);
    }

    private Task TemplateAsync(HttpContext context, JsonElement body)
    {
        var isTooLong = body.GetProperty("data").EnumerateObject().Any(field =>
            field.Value.GetProperty("value").GetString() is not { Length: > 0 and <= 32 } value || (field.Name.StartsWith("thing", StringComparison.Ordinal) && value.Length > 20));
        return isTooLong ? ErrorAsync(context, 47003) : JsonAsync(context, new { errcode = 0, errmsg = "ok", msgid = 200228332L + Interlocked.Increment(ref made) });
    }

    private static Task MediaAsync(HttpContext context)
    {
        if (context.Request.Query["media_id"].ToString().StartsWith("gone", StringComparison.Ordinal))
        {
            return ErrorAsync(context, 40007);
        }

        context.Response.ContentType = "image/jpeg";
        return context.Response.Body.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }).AsTask();
    }

    private Task LoginAsync(HttpContext context) => codes.TryRemove(context.Request.Query["code"].ToString(), out var openId)
        ? JsonAsync(context, new { access_token = "page-token", expires_in = 7200, refresh_token = "r", openid = openId, scope = "snsapi_base" })
        : ErrorAsync(context, 40029);

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task ErrorAsync(HttpContext context, int code) => JsonAsync(context, new { errcode = code, errmsg = code == 0 ? "ok" : "refused" });

    /// <summary>As the real one: JSON that calls itself text.</summary>
    private static Task JsonAsync(HttpContext context, object body)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(JsonSerializer.Serialize(body));
    }
}
