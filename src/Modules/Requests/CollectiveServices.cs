using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Demo;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Demo;
using UnionHall.Requests.JoinRequest;
using UnionHall.Requests.ListParticipants;
using UnionHall.Requests.Notify;
using UnionHall.Requests.RepresentOthers;

namespace UnionHall.Requests;

/// <summary>Registers collective requests: who takes part, how more join, who speaks for them.</summary>
internal static class CollectiveServices
{
    public static IServiceCollection AddCollectives(this IServiceCollection services)
    {
        services.AddScoped<CollectiveDesk>();
        services.AddScoped<JoinLinks>();
        services.AddScoped<JoinRequestHandler>();
        services.AddScoped<ParticipantQuery>();
        services.AddScoped<RepresentativesHandler>();
        services.AddScoped<RepresentOthersHandler>();
        services.AddScoped<IDemoPart, DemoTogether>();
        services.AddEventHandler<CollectiveReported, TellOfCollectives>();
        services.AddEventHandler<RequestAbsorbed, TellOfCollectives>();
        return services.AddEventLabels(Events, Fields);
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["collective-reported"] = "集体诉求报告上级",
        ["representatives-named"] = "推选代表",
        ["join-link-made"] = "给加入的地址",
        ["join-link-stopped"] = "停用加入的地址",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["above"] = "报给谁",
        ["collective-reported.people"] = "几位职工",
        ["representatives"] = "几名代表",
    };
}
