using System.Text.Json;
using UnionHall.Messaging.WeChat.Protocol;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.Domain;

/// <summary>Seals and opens what WeChat's tables hold.</summary>
internal sealed class WeChatSeal(Vault vault)
{
    private const string SecretPurpose = "we-chat-secret";
    private const string TokenPurpose = "we-chat-token";
    private const string KeyPurpose = "we-chat-key";
    private const string TicketPurpose = "we-chat-ticket";
    private const string MessagePurpose = "we-chat-message";
    private const string ReplyPurpose = "we-chat-reply";
    private const string TalkPurpose = "we-chat-talk";
    private const string CodePurpose = "we-chat-code";

    public byte[] Secret(string secret) => vault.Seal(secret, SecretPurpose);

    public byte[] Token(string token) => vault.Seal(token, TokenPurpose);

    public byte[] Key(string key) => vault.Seal(key, KeyPurpose);

    public byte[] Ticket(string ticket) => vault.Seal(ticket, TicketPurpose);

    public string OpenTicket(byte[] ticket) => vault.Open(ticket, TicketPurpose);

    public byte[] Content(PushContent content) => vault.Seal(JsonSerializer.Serialize<object>(content, ChangeRecorder.Json), MessagePurpose);

    public TContent OpenContent<TContent>(byte[] content)
        where TContent : PushContent => JsonSerializer.Deserialize<TContent>(vault.Open(content, MessagePurpose), ChangeRecorder.Json)!;

    public byte[] Reply(string words) => vault.Seal(words, ReplyPurpose);

    public string OpenReply(byte[] reply) => vault.Open(reply, ReplyPurpose);

    public byte[] Said(TalkContent content) => vault.Seal(JsonSerializer.Serialize(content, ChangeRecorder.Json), TalkPurpose);

    public TalkContent OpenSaid(byte[] content) => JsonSerializer.Deserialize<TalkContent>(vault.Open(content, TalkPurpose), ChangeRecorder.Json)!;

    /// <summary>What is kept of a one-time code.</summary>
    public byte[] Print(string code) => vault.Fingerprint(code, CodePurpose);

    public OpenedAccount Open(WeChatAccount account) => new(
        new PushDoor(account.AppId, vault.Open(account.Token, TokenPurpose), account.Mode, [.. new[] { account.Key, account.PreviousKey }.OfType<byte[]>().Select(OpenKey).OfType<WeChatKey>()]),
        vault.Open(account.Secret, SecretPurpose),
        new Uri(account.ApiBase),
        new Uri(account.OpenBase),
        new Uri(account.SiteBase));

    private WeChatKey? OpenKey(byte[] key) => WeChatKey.Read(vault.Open(key, KeyPurpose));
}

/// <summary>The official account with its secrets open, for as long as one piece of work takes.</summary>
internal sealed record OpenedAccount(PushDoor Door, string Secret, Uri Api, Uri Open, Uri Site)
{
    public string AppId => Door.AppId;
}
