using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Notices;
using UnionHall.Requests.Data;
using UnionHall.Requests.Demo;
using UnionHall.Requests.ImportLetters;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Notify;
using UnionHall.Requests.Open311;
using UnionHall.Requests.TakeWeChat;

namespace UnionHall.Requests;

/// <summary>Registers the module.</summary>
public static class RequestsModule
{
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddScoped<RequestsDb>();
        services.AddScoped<Scope>();
        services.AddSingleton<ServiceCatalogue>();
        services.AddSingleton<NumberSeries>();
        services.AddSingleton<IdentitySeal>();
        services.AddScoped<FirstReceiver>();
        services.AddScoped<AccusedFinder>();
        services.AddScoped<RequestIntake>();
        services.AddScoped<WeChatFiles>();
        services.AddScoped<IWeChatIntake, WeChatIntake>();
        services.AddEventHandler<WorkerAsked, TellFollower>().AddEventHandler<RequestReplied, TellFollower>().AddEventHandler<RequestClosed, TellFollower>();
        services.AddLetters();
        services.AddScoped<DemoStaff>();
        services.AddScoped<IDemoPart, DemoRequests>();
        services.AddScoped<IFillPart, FillRequests.RequestFill>();
        services.AddScoped<ISeed, CatalogueSeed>();
        services.AddNoticeKinds(RequestNotices.Kinds);
        services.AddClocks();
        services.AddHops();
        services.AddFollowUps();
        services.AddRates();
        services.AddMerges();
        services.AddCollectives();
        services.AddRetaliation();
        services.AddShares();
        services.AddAccused();
        services.AddAnswering();
        services.AddOpen311();
        services.AddScoped<ImportLettersHandler>();
        services.AddScoped<LetterImport>();
        services.AddCommand<ImportLettersCommand>();
        services.AddRequestsLabels();
        return services.AddDesk().AddWorkerPages().AddAdminPages().AddModelPart<RequestsModel>();
    }

    /// <summary>The addresses that other systems call: Open311.</summary>
    public static IEndpointRouteBuilder MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen311();
        return routes;
    }
}
