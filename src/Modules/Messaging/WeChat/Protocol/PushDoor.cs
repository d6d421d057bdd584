using System.Globalization;

namespace UnionHall.Messaging.WeChat.Protocol;

/// <summary>How WeChat sends to us, as chosen in its console.</summary>
internal enum PushMode
{
    /// <summary>明文模式.</summary>
    Plain = 1,

    /// <summary>兼容模式: plain and sealed side by side.</summary>
    Compatible,

    /// <summary>安全模式: sealed only.</summary>
    Safe,
}

/// <summary>Why a push was turned away.</summary>
internal enum PushFault
{
    /// <summary>It was not signed with our token.</summary>
    Signature = 1,

    /// <summary>It was signed too long ago: sent again by somebody, or a clock is wrong.</summary>
    Stale,

    /// <summary>Plain, where only the sealed counts.</summary>
    NotSealed,

    /// <summary>Neither key opens it, or it is meant for another app id.</summary>
    Unopened,

    /// <summary>Signed and opened, and still no message.</summary>
    Unreadable,
}

/// <summary>What stood in the address of a push.</summary>
internal sealed record PushQuery(string Signature, string Timestamp, string Nonce, string? EncryptType = null, string? MessageSignature = null)
{
    public bool IsSealed => EncryptType is not (null or "" or "raw");
}

/// <summary>A push that may come in, with the key that opened it; or why it may not.</summary>
internal sealed record PushRead(Push? Push, WeChatKey? Key, PushFault? Fault)
{
    public static implicit operator PushRead(PushFault fault) => new(null, null, fault);
}

/// <summary>Who may push to us: the signature before anything is opened, the opened text before anything is read.</summary>
/// <param name="Keys">The present key, then the one before it: what was under way when the key was changed still comes in.</param>
internal sealed record PushDoor(string AppId, string Token, PushMode Mode, IReadOnlyList<WeChatKey> Keys)
{
    /// <summary>A try again is signed anew, so a signature is young; the rest is for clocks that differ.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Null when the address is WeChat's to check.</summary>
    public PushFault? Check(PushQuery query, DateTimeOffset now) =>
        WeChatSignature.Matches(query.Signature, Token, query.Timestamp, query.Nonce) ? Age(query, now) : PushFault.Signature;

    public PushRead Read(PushQuery query, string body, DateTimeOffset now)
    {
        if (!query.IsSealed)
        {
            return Check(query, now) is { } fault ? fault : Mode != PushMode.Plain ? PushFault.NotSealed : Read(body, key: null);
        }

        var secret = WeChatXml.Read(body)?["Encrypt"] ?? "";
        if (!WeChatSignature.Matches(query.MessageSignature ?? "", Token, query.Timestamp, query.Nonce, secret))
        {
            return PushFault.Signature;
        }

        return Age(query, now) is { } stale ? stale
            : Keys.Select(key => (Key: key, Text: key.Open(secret, AppId))).FirstOrDefault(one => one.Text is not null) is { Text: { } text } opened ? Read(text, opened.Key)
            : PushFault.Unopened;
    }

    private static PushRead Read(string text, WeChatKey? key) => PushText.Read(text) is { } push ? new PushRead(push, key, null) : PushFault.Unreadable;

    private static PushFault? Age(PushQuery query, DateTimeOffset now) =>
        long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds
            ? null
            : PushFault.Stale;
}
