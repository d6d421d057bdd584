using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Requests.FindAlike;
using UnionHall.Requests.Following;
using UnionHall.Requests.MergeRequest;
using UnionHall.Requests.Notify;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.UnmergeRequest;

namespace UnionHall.Requests;

/// <summary>Registers what deals with one matter said twice: merge and un-merge, what a worker adds, who is told.</summary>
internal static class MergeServices
{
    public static IServiceCollection AddMerges(this IServiceCollection services)
    {
        services.AddScoped<OwnMatters>();
        services.AddScoped<AddedWords>();
        services.AddScoped<CaseMerges>();
        services.AddScoped<MergeQuery>();
        services.AddScoped<AlikeQuery>();
        services.AddScoped<MergeRequestHandler>();
        services.AddScoped<SamePerson>();
        services.AddScoped<UnmergeRequestHandler>();
        services.AddEventHandler<RequestAbsorbed, TellOfMerges>();
        services.AddEventHandler<RequestUnmerged, TellOfMerges>();
        services.AddEventHandler<RequestReopened, TellOfMerges>();
        services.AddEventHandler<RequestSupplemented, TellOfMerges>();
        services.AddEventHandler<RequestMerged, TellWorker>();
        services.AddEventHandler<RequestUnmerged, TellWorker>();
        services.AddEventValues<MergeKind>("request-merged.kind", kind => kind.Chinese());
        services.AddEventValues<MergeKind>("request-absorbed.kind", kind => kind.Chinese());
        return services.AddEventLabels(Events, Fields);
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["request-merged"] = "并到别的件",
        ["request-absorbed"] = "有一件并进来",
        ["request-unmerged"] = "从并着的件里拆出来",
        ["request-released"] = "有一件拆出去",
        ["request-reopened"] = "补充新情况，重新打开",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["head"] = "并到哪一件",
        ["joined"] = "并进来的一件",
        ["request-merged.kind"] = "怎么是同一件",
        ["request-absorbed.kind"] = "怎么是同一件",
        ["request-absorbed.people"] = "几位职工",
        ["request-reopened.to"] = "承办单位",
    };
}
