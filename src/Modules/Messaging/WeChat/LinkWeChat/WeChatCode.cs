using System.Globalization;
using System.Security.Cryptography;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.WeChat.LinkWeChat;

/// <summary>A one-time code. Eight digits that hold ten minutes: nobody types fast enough to guess one.</summary>
internal sealed class WeChatCode
{
    public const int Digits = 8;
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    private WeChatCode()
    {
    }

    public byte[] Print { get; private init; } = [];

    public AccountId AccountId { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static string Draw() => RandomNumberGenerator.GetInt32(0, 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    public static WeChatCode Make(byte[] print, AccountId account, DateTimeOffset now) => new() { Print = print, AccountId = account, ExpiresAt = now + Holds };

    public bool IsGood(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset now) => UsedAt = now;
}
