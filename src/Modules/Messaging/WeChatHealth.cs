using UnionHall.Messaging.Channels;

namespace UnionHall.Messaging;

/// <summary>Keeps and tells how the connection to the official account is doing, for all nodes.</summary>
public sealed class WeChatHealth
{
    internal const string Push = "push";
    internal const string Token = "token";
    internal const string Send = "send";
    internal const string Media = "media";
    private const string Channel = "we-chat";

    private readonly ChannelHealth health;

    internal WeChatHealth(ChannelHealth health) => this.health = health;

    /// <summary>The parts that were used so far.</summary>
    public async Task<IReadOnlyList<PartHealth>> ReadAsync(CancellationToken stop) =>
        [.. (await health.ReadAsync(Channel, stop)).Select(part => part with { Part = Chinese(part.Part) })];

    internal Task WentWellAsync(string part, CancellationToken stop) => health.WentWellAsync(Channel, part, stop);

    internal Task FailedAsync(string part, string fault, CancellationToken stop) => health.FailedAsync(Channel, part, fault, stop);

    private static string Chinese(string part) => part switch
    {
        Push => "收消息",
        Token => "接口凭证",
        Send => "发消息",
        Media => "取图片和语音",
        _ => part,
    };
}
