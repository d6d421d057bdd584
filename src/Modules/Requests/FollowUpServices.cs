using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AskReview;
using UnionHall.Requests.Calling;
using UnionHall.Requests.CallWorker;
using UnionHall.Requests.ChangeSampling;
using UnionHall.Requests.DecideReview;
using UnionHall.Requests.Demo;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.ListReviews;
using UnionHall.Requests.Notify;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Sampling;
using UnionHall.Requests.SayFeedback;

namespace UnionHall.Requests;

/// <summary>Registers follow-ups: sampling, the call list, the worker's own word, rework.</summary>
internal static class FollowUpServices
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddScoped<SamplingBook>();
        services.AddScoped<SamplingWords>();
        services.AddScoped<FollowUpDraw>();
        services.AddScoped<FollowUpWord>();
        services.AddScoped<ChangeSamplingHandler>();
        services.AddScoped<CallDesk>();
        services.AddScoped<CallList>();
        services.AddScoped<CallQuery>();
        services.AddScoped<ReworkDesk>();
        services.AddScoped<CallWorkerHandler>();
        services.AddScoped<FeedbackWindow>();
        services.AddScoped<FeedbackLinks>();
        services.AddScoped<WorkerWordBook>();
        services.AddScoped<SayFeedbackHandler>();
        services.AddScoped<IDemoPart, DemoFollowUps>();
        services.AddEventHandler<RequestClosed, PlanFollowUps>();
        services.AddEventHandler<RequestClosed, AskForWord>();
        services.AddEventHandler<FollowUpPlanned, AskForWord>();
        services.AddScoped<WitnessQuery>();
        services.AddScoped<AskReviewHandler>();
        services.AddScoped<DecideReviewHandler>();
        services.AddScoped<ReviewQuery>();
        services.AddEventHandler<RequestReworked, TellOfReviews>();
        services.AddEventHandler<ReviewAsked, TellOfReviews>();
        services.AddEventHandler<ReviewDecided, TellOfReviews>();
        services.AddRecurringJob<GiveUpFollowUps>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 30, "回访", "phone", "/desk/follow-ups", Permission.CallFollowUps));
        services.AddNavItem(new NavItem(NavPlace.Desk, 31, "考核复核", "scales", "/desk/follow-ups/reviews", Permission.SuperviseRequests));
        services.AddNavItem(new NavItem(NavPlace.Settings, 42, "回访抽样", "phone", "/admin/follow-ups", Permission.ManageSettings));
        services.AddEventValues<FollowUpReason>("follow-up-planned.reason", reason => reason.Chinese());
        services.AddEventValues<FollowUpReason>("sampling-rule-changed.reason", reason => reason.Chinese());
        services.AddEventValues<FollowUpMeans>("means", means => means.Chinese());
        services.AddEventValues<AttemptOutcome>("follow-up-attempted.outcome", outcome => outcome.Chinese());
        services.AddEventValues<FollowUpState>("follow-up-ended.state", state => state.Chinese());
        services.AddEventValues<ReviewKind>("review-asked.kind", kind => kind.Chinese());
        services.AddEventValues<ReviewKind>("review-decided.kind", kind => kind.Chinese());
        services.AddEventValues<HeardSolved>("solved", solved => solved.Chinese());
        return services.AddEventLabels(Events, Fields);
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["follow-up-planned"] = "排进回访",
        ["follow-up-hastened"] = "回访提前",
        ["phone-shown"] = "看了号码，准备回访",
        ["follow-up-attempted"] = "回访打了一次",
        ["follow-up-barred"] = "经手的人想自己回访",
        ["follow-up-ended"] = "回访结束",
        ["worker-word-given"] = "职工评价",
        ["request-reworked"] = "退回重办",
        ["review-asked"] = "申请不计入考核",
        ["review-decided"] = "裁定考核申请",
        ["sampling-rule-changed"] = "改回访抽样",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["followUp"] = "回访",
        ["sampling-rule"] = "回访抽样",
        ["means"] = "怎么问",
        ["solved"] = "解决了没有",
        ["round"] = "第几轮",
        ["reworks"] = "重办几次",
        ["goesUp"] = "交上一级",
        ["review"] = "考核申请",
        ["review-asked.kind"] = "申请什么",
        ["review-decided.kind"] = "申请什么",
        ["percent"] = "抽百分之几",
        ["follow-up-planned.reason"] = "为什么访",
        ["sampling-rule-changed.reason"] = "哪一种",
        ["sampling-rule-changed.from"] = "从哪天起",
        ["follow-up-ended.state"] = "怎么结束",
        ["request-reworked.to"] = "承办单位",
    };
}
