using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;

namespace UnionHall.Messaging.WeChat.Data;

/// <summary>How the audit log names what happened with WeChat.</summary>
internal static class WeChatLabels
{
    public static IServiceCollection AddWeChatLabels(this IServiceCollection services) => services.AddEventLabels(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["we-chat-account-changed"] = "改微信公众号的接入",
            ["we-chat-followed"] = "关注公众号",
            ["we-chat-unfollowed"] = "取消关注公众号",
            ["we-chat-linked"] = "绑定微信",
            ["we-chat-unlinked"] = "解除微信绑定",
            ["we-chat-message-received"] = "收到微信消息",
            ["we-chat-talk-handed-in"] = "在微信里交诉求",
            ["we-chat-talk-taken"] = "收下微信里的诉求",
            ["we-chat-answer-changed"] = "改公众号的自动答复",
            ["we-chat-code-made"] = "取微信绑定码",
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["we-chat-account"] = "微信公众号",
            ["we-chat-follower"] = "公众号关注者",
            ["follower"] = "关注者",
            ["scene"] = "来自哪个码",
            ["message"] = "消息",
            ["talk"] = "对话",
            ["recurring.sweep-we-chat"] = "清理旧的微信消息",
        });
}
