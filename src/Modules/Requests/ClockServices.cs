using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AskClock;
using UnionHall.Requests.ChangeClock;
using UnionHall.Requests.ChooseProfile;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.DecideClock;
using UnionHall.Requests.ExcludeDuty;
using UnionHall.Requests.FinishDuty;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.ListClocks;
using UnionHall.Requests.ListDeferred;
using UnionHall.Requests.Notify;
using UnionHall.Requests.ReadClock;
using UnionHall.Requests.RecordContact;
using UnionHall.Requests.ResumeClock;
using UnionHall.Requests.SetUrgency;
using UnionHall.Requests.StartDuty;

namespace UnionHall.Requests;

/// <summary>Registers clocks: rules, pages, sweep.</summary>
internal static class ClockServices
{
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.AddSingleton<ClockRules>();
        services.AddScoped<ISeed, ClockSeed>();
        services.AddScoped<ClockDesk>();
        services.AddScoped<ClockQuery>();
        services.AddScoped<AskClockHandler>();
        services.AddScoped<DecideClockHandler>();
        services.AddScoped<ResumeClockHandler>();
        services.AddScoped<RecordContactHandler>();
        services.AddScoped<SetUrgencyHandler>();
        services.AddScoped<StartDutyHandler>();
        services.AddScoped<FinishDutyHandler>();
        services.AddScoped<ExcludeDutyHandler>();
        services.AddScoped<DeferredQuery>();
        services.AddScoped<ClockBook>();
        services.AddScoped<ChangeClockHandler>();
        services.AddScoped<ChooseProfileHandler>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 15, "挂账", "pin", "/desk/deferred", Permission.ReadRequests));
        services.AddNavItem(new NavItem(NavPlace.Settings, 41, "时限规则", "hourglass", "/admin/clocks", Permission.ManageSettings));
        services.AddRecurringJob<SweepClocks>();
        services.AddEventHandler<ClockAsked, TellOfClocks>();
        services.AddEventHandler<ClockDecided, TellOfClocks>();
        services.AddEventHandler<ClockWarned, TellOfClocks>();
        services.AddEventHandler<ClockBreached, TellOfClocks>();
        services.AddEventHandler<ClockPaused, TellWorker>();
        services.AddEventHandler<RequestReplied, LapseAsks>();
        services.AddEventHandler<RequestClosed, LapseAsks>();
        services.AddEventHandler<UrgencySet, TellWorker>();
        services.AddEventHandler<ClockExtended, TellWorker>();
        services.AddEventHandler<ClockResumed, TellWorker>();
        services.AddEventHandler<ClockRecomputed, TellWorker>();
        services.AddEventHandler<HolidaysImported, RecomputeClocks>();
        return services;
    }
}
