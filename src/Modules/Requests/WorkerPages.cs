using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.People;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AnswerQuestion;
using UnionHall.Requests.ClaimRequest;
using UnionHall.Requests.ConfirmRequest;
using UnionHall.Requests.ExportOwnRequests;
using UnionHall.Requests.Following;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.MyRequests;
using UnionHall.Requests.Settings;
using UnionHall.Requests.ShowReceipt;
using UnionHall.Requests.SubmitRequest;
using UnionHall.Requests.SupplementRequest;
using UnionHall.Requests.TrackRequest;
using UnionHall.Requests.Welcome;
using UnionHall.Requests.WithdrawRequest;

namespace UnionHall.Requests;

/// <summary>Registers what workers use.</summary>
internal static class WorkerPages
{
    public static IServiceCollection AddWorkerPages(this IServiceCollection services)
    {
        services.AddSingleton<RequestSettings>();
        services.AddScoped<Destinations>();
        services.AddScoped<SubmitRequestView>();
        services.AddScoped<SubmitRequestHandler>();
        services.AddScoped<WorkerFiles>();
        services.AddScoped<Receipts>();
        services.AddSingleton<TrackingGuard>();
        services.AddScoped<TrackingPass>();
        services.AddScoped<ISignOutPart>(made => made.GetRequiredService<TrackingPass>());
        services.AddScoped<TrackRequestHandler>();
        services.AddScoped<TrackedRequests>();
        services.AddScoped<WorkerDesk>();
        services.AddScoped<FollowRequestQuery>();
        services.AddScoped<IPersonExport, OwnRequestsExport>();
        services.AddScoped<AnswerQuestionHandler>();
        services.AddScoped<SupplementRequestHandler>();
        services.AddScoped<HigherUnit>();
        services.AddScoped<ConfirmRequestHandler>();
        services.AddScoped<WithdrawRequestHandler>();
        services.AddScoped<MyRequestsQuery>();
        services.AddScoped<ClaimRequestHandler>();
        services.AddHomePanel<MyMattersPanel>();
        services.AddScoped<IHomeServices, WelcomeServices>();
        return services.AddNavItem(new NavItem(NavPlace.WorkerTabs, 10, "我的事", "clipboard", "/my/requests")
        {
            Count = WaitingAsync,
            CountMeans = "件等您回话",
        });
    }

    private static async ValueTask<int?> WaitingAsync(HttpContext page, Actor actor)
    {
        var query = page.RequestServices.GetRequiredService<MyRequestsQuery>();
        return query.HasNone(actor) ? null : await query.WaitingAsync(actor, page.RequestAborted);
    }
}
