using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.Channels;
using UnionHall.Messaging.ParseMail;
using UnionHall.Messaging.ReceiveMail;
using UnionHall.Messaging.SendMail;
using UnionHall.Messaging.WeChat;
using UnionHall.Messaging.WeChat.ReceivePush;
using UnionHall.Platform;

namespace UnionHall.Messaging;

/// <summary>Registers the module.</summary>
public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services.AddCommand<ParseMailCommand>().AddSingleton<ChannelHealth>().AddReceivedMail().AddMailOut().AddWeChat();

    /// <summary>The addresses that other machines call: WeChat's pushes.</summary>
    public static IEndpointRouteBuilder MapMessaging(this IEndpointRouteBuilder routes)
    {
        routes.MapPushes();
        return routes;
    }
}
