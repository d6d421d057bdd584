using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Messaging;

/// <summary>Registers the module.</summary>
public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services) => services;
}
