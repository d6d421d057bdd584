using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.AnswerSide;
using UnionHall.Requests.AssessSide;
using UnionHall.Requests.CallUnits;
using UnionHall.Requests.CancelSide;
using UnionHall.Requests.ChaseOwnRequest;
using UnionHall.Requests.ChaseRequest;
using UnionHall.Requests.DecideReturn;
using UnionHall.Requests.EndSupervision;
using UnionHall.Requests.EscalateRequest;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.ListReturns;
using UnionHall.Requests.Notify;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.RecordConference;
using UnionHall.Requests.ReportSupervision;
using UnionHall.Requests.ReportUp;
using UnionHall.Requests.ReturnRequest;
using UnionHall.Requests.SignSide;
using UnionHall.Requests.SuperviseRequest;

namespace UnionHall.Requests;

/// <summary>Registers hops: up, back, beside, and what pushes them.</summary>
internal static class HopServices
{
    public static IServiceCollection AddHops(this IServiceCollection services)
    {
        services.AddScoped<UpperUnit>();
        services.AddScoped<KeptAway>();
        services.AddScoped<CaseHops>();
        services.AddScoped<LateHops>();
        services.AddScoped<ReturnWindow>();
        services.AddScoped<RightUnit>();
        services.AddScoped<ReportUpHandler>();
        services.AddScoped<ReturnRequestHandler>();
        services.AddScoped<DecideReturnHandler>();
        services.AddScoped<ReturnQuery>();
        services.AddScoped<CallQuery>();
        services.AddScoped<CallUnitsHandler>();
        services.AddScoped<SignSideHandler>();
        services.AddScoped<AnswerSideHandler>();
        services.AddScoped<CancelSideHandler>();
        services.AddScoped<AssessSideHandler>();
        services.AddScoped<ChaseRequestHandler>();
        services.AddScoped<ChaseOwnRequestHandler>();
        services.AddScoped<SuperviseRequestHandler>();
        services.AddScoped<ReportSupervisionHandler>();
        services.AddScoped<EndSupervisionHandler>();
        services.AddScoped<EscalateRequestHandler>();
        services.AddScoped<RecordConferenceHandler>();
        services.AddScoped<TellableStaff>();
        services.AddScoped<DeskNotices>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 21, "退单", "undo", "/desk/returns", Permission.DispatchRequests));
        AddListeners(services);
        return services;
    }

    private static void AddListeners(IServiceCollection services)
    {
        services.AddEventHandler<LevelInformed, TellOfHops>();
        services.AddEventHandler<ReturnAsked, TellOfHops>();
        services.AddEventHandler<ReturnDecided, TellOfHops>();
        services.AddEventHandler<ResultReported, TellOfHops>();
        services.AddEventHandler<RequestReportedUp, TellOfHops>();
        services.AddEventHandler<RequestEscalated, TellOfHops>();
        services.AddEventHandler<RequestChased, TellOfHops>();
        services.AddEventHandler<SupervisionStarted, TellOfHops>();
        services.AddEventHandler<SupervisionMissed, TellOfHops>();
        services.AddEventHandler<SupervisionReported, TellOfHops>();
        services.AddEventHandler<SupervisionEnded, TellOfHops>();
        services.AddEventHandler<ProblemMarked, TellOfHops>();
        services.AddEventHandler<OrderCalled, TellOfSides>();
        services.AddEventHandler<OrderAnswered, TellOfSides>();
        services.AddEventHandler<InterimReported, TellOfSides>();
        services.AddEventHandler<OrderCancelled, TellOfSides>();
        services.AddEventHandler<OrderAssessed, TellOfSides>();
        services.AddEventHandler<ConferenceRecorded, TellOfSides>();
        services.AddEventHandler<RequestEscalated, TellWorker>();
        services.AddEventHandler<RequestReportedUp, TellWorker>();
    }
}
