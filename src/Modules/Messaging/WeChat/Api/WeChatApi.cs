using System.Text.Json;
using UnionHall.Messaging.WeChat.Domain;

namespace UnionHall.Messaging.WeChat.Api;

/// <summary>A template message: the fields are made to fit by <see cref="Protocol.TemplateValue"/> before.</summary>
/// <param name="Key">Ours: WeChat sends what has one key once.</param>
internal sealed record TemplateMessage(string OpenId, string Template, string? Url, IReadOnlyDictionary<string, string> Fields, string Key);

/// <summary>A picture, voice or video that a follower sent.</summary>
internal sealed record WeChatMedia(byte[] Content, string Type);

/// <summary>The calls of ours. A token that WeChat takes back early is replaced once, and the call made once more.</summary>
internal sealed class WeChatApi(WeChatHttp http, WeChatTickets tickets, WeChatHealth health)
{
    /// <summary>A text to a follower who may be answered now.</summary>
    public async Task<WeChatAnswer<bool>> SayAsync(OpenedAccount account, string openId, string words, CancellationToken stop)
    {
        var body = new { touser = openId, msgtype = "text", text = new { content = Protocol.Shortened.ToBytes(words, Protocol.Reply.LongestTextBytes) } };
        return Done(await NotedAsync(WeChatHealth.Send, await PostAsync(account, "/cgi-bin/message/custom/send", body, stop), stop));
    }

    /// <returns>WeChat's number of the message, by which it tells what became of it.</returns>
    public async Task<WeChatAnswer<long>> SendTemplateAsync(OpenedAccount account, TemplateMessage message, CancellationToken stop)
    {
        var body = new
        {
            touser = message.OpenId,
            template_id = message.Template,
            url = message.Url ?? "",
            client_msg_id = message.Key,
            data = message.Fields.ToDictionary(field => field.Key, field => new { value = field.Value }, StringComparer.Ordinal),
        };
        var sent = await NotedAsync(WeChatHealth.Send, await PostAsync(account, "/cgi-bin/message/template/send", body, stop), stop);
        return sent.Fault is { } fault ? fault : sent.Value!.Json.TryGetProperty("msgid", out var number) && number.TryGetInt64(out var id) ? id : WeChatFaults.Unreadable;
    }

    /// <summary>Kept by WeChat for three days.</summary>
    public async Task<WeChatAnswer<WeChatMedia>> FetchMediaAsync(OpenedAccount account, string media, CancellationToken stop)
    {
        var got = await NotedAsync(
            WeChatHealth.Media,
            await WithTokenAsync(account, token => http.GetAsync(WeChatHttp.Address(account.Api, "/cgi-bin/media/get", ("access_token", token), ("media_id", media)), stop), stop),
            stop);
        return got.Fault is { } fault ? fault : got.Value is { File: { } file, Type: { } type } ? new WeChatMedia(file, type) : WeChatFaults.Unreadable;
    }

    /// <summary>A code to scan with a scene of 1 to 64 characters that never ends.</summary>
    /// <returns>What the code says: an address to draw as a QR code.</returns>
    public async Task<WeChatAnswer<string>> MakeCodeAsync(OpenedAccount account, string scene, CancellationToken stop)
    {
        var body = new { action_name = "QR_LIMIT_STR_SCENE", action_info = new { scene = new { scene_str = scene } } };
        return Text(await PostAsync(account, "/cgi-bin/qrcode/create", body, stop), "url");
    }

    /// <param name="menu">As WeChat documents it: { button = [ … ] }.</param>
    public async Task<WeChatAnswer<bool>> MakeMenuAsync(OpenedAccount account, object menu, CancellationToken stop) => Done(await PostAsync(account, "/cgi-bin/menu/create", menu, stop));

    /// <summary>Whether he still follows: names and faces are no longer told.</summary>
    public async Task<WeChatAnswer<bool>> IsFollowingAsync(OpenedAccount account, string openId, CancellationToken stop)
    {
        var answer = await WithTokenAsync(
            account, token => http.GetAsync(WeChatHttp.Address(account.Api, "/cgi-bin/user/info", ("access_token", token), ("openid", openId), ("lang", "zh_CN")), stop), stop);
        return answer.Fault is { } fault ? fault : answer.Value!.Json.TryGetProperty("subscribe", out var follows) && follows.TryGetInt32(out var one) && one == 1;
    }

    /// <summary>Who opened a page inside WeChat.</summary>
    /// <param name="code">From the address he came back to; good once, for five minutes.</param>
    public async Task<WeChatAnswer<string>> OpenIdOfAsync(OpenedAccount account, string code, CancellationToken stop) => Text(
        await http.GetAsync(
            WeChatHttp.Address(account.Api, "/sns/oauth2/access_token", ("appid", account.AppId), ("secret", account.Secret), ("code", code), ("grant_type", "authorization_code")), stop),
        "openid");

    private Task<WeChatAnswer<WeChatBody>> PostAsync(OpenedAccount account, string path, object body, CancellationToken stop) =>
        WithTokenAsync(account, token => http.PostAsync(WeChatHttp.Address(account.Api, path, ("access_token", token)), body, stop), stop);

    private async Task<WeChatAnswer<WeChatBody>> WithTokenAsync(OpenedAccount account, Func<string, Task<WeChatAnswer<WeChatBody>>> call, CancellationToken stop)
    {
        var token = await tickets.AccessAsync(account, stop);
        if (token.Fault is { } without)
        {
            return without;
        }

        var answer = await call(token.Value!);
        if (answer.Fault is not { } fault || !WeChatFaults.IsOfToken(fault.Code))
        {
            return answer;
        }

        var fresh = await tickets.AccessAsync(account, stop, refused: token.Value);
        return fresh.Fault is { } still ? still : await call(fresh.Value!);
    }

    /// <summary>That one follower cannot be written to says nothing of the connection.</summary>
    private async Task<WeChatAnswer<WeChatBody>> NotedAsync(string part, WeChatAnswer<WeChatBody> answer, CancellationToken stop)
    {
        await (answer.Fault is { Remedy: not Remedy.GiveUp } fault ? health.FailedAsync(part, fault.Sentence, stop) : health.WentWellAsync(part, stop));
        return answer;
    }

    private static WeChatAnswer<bool> Done(WeChatAnswer<WeChatBody> answer) => answer.Fault is { } fault ? fault : true;

    private static WeChatAnswer<string> Text(WeChatAnswer<WeChatBody> answer, string name) =>
        answer.Fault is { } fault ? fault
        : answer.Value!.Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text
        : WeChatFaults.Unreadable;
}
