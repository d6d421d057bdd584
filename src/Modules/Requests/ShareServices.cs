using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Requests.Notify;
using UnionHall.Requests.ReadShare;
using UnionHall.Requests.ShareRequest;

namespace UnionHall.Requests;

/// <summary>Registers what is opened to outside parties for a while.</summary>
internal static class ShareServices
{
    public static IServiceCollection AddShares(this IServiceCollection services)
    {
        services.AddSingleton<ShareTokens>();
        services.AddScoped<ShareRequestHandler>();
        services.AddScoped<ReadShareHandler>();
        services.AddEventHandler<OutsideAnswered, TellOfShares>();
        return services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["request-shared"] = "给外面看一部分", ["share-revoked"] = "收回给外面看的", ["share-opened"] = "外面的人看了", ["outside-answered"] = "外面的人回话" },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["share"] = "给外面看的", ["share-opened.what"] = "看了什么", ["request-shared.days"] = "看几天", ["request-shared.items"] = "几样" });
    }
}
