using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.ParseMail;
using UnionHall.Platform;

namespace UnionHall.Messaging;

/// <summary>Registers the module.</summary>
public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services) => services.AddCommand<ParseMailCommand>();
}
