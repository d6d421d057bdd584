using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.Channels;
using UnionHall.Messaging.WeChat.Api;
using UnionHall.Messaging.WeChat.ChangeWeChat;
using UnionHall.Messaging.WeChat.ChangeWeChatAnswer;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.FinishLink;
using UnionHall.Messaging.WeChat.LinkWeChat;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Messaging.WeChat.Talk;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat;

/// <summary>Registers what speaks with the official account.</summary>
internal static class WeChatServices
{
    public static IServiceCollection AddWeChat(this IServiceCollection services)
    {
        services.AddScoped<WeChatDb>();
        services.AddSingleton<WeChatSeal>();
        services.AddSingleton(made => new WeChatHealth(made.GetRequiredService<ChannelHealth>()));
        services.AddSingleton(_ => new WeChatHttp(TimeSpan.FromSeconds(10)));
        services.AddScoped<WeChatTickets>();
        services.AddScoped<WeChatApi>();
        services.AddScoped(made => new WeChatVoice(
            made.GetRequiredService<WeChatDb>(), made.GetRequiredService<WeChatSeal>(), made.GetRequiredService<WeChatApi>(), made.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PushWatch>();
        services.AddScoped<ReceivePushHandler>();
        // Asked in this order.
        services.AddScoped<IPushAnswer, LinkAnswer>();
        services.AddScoped<IPushAnswer, TalkAnswer>();
        services.AddScoped<IPushAnswer>(made => made.GetRequiredService<TellTalk>());
        services.AddScoped<IPushAnswer, StoredAnswer>();
        services.AddEventHandler<WeChatTalkHandedIn, TakeTalk>();
        services.AddEventHandler<WeChatTalkTaken, TellTalk>();
        services.AddScoped<ChangeWeChatHandler>();
        services.AddScoped<ChangeWeChatAnswerHandler>();
        services.AddScoped<LinkWeChatHandler>();
        services.AddScoped<FinishLinkHandler>();
        services.AddRecurringJob<SweepWeChat>();
        services.AddWeChatLabels();
        services.AddNavItem(new NavItem(NavPlace.Settings, 60, "微信公众号", "message", "/admin/wechat", Permission.ManageSettings));
        return services.AddModelPart<WeChatModel>();
    }
}
