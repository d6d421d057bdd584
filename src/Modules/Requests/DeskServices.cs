using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AcknowledgeRequest;
using UnionHall.Requests.Acting;
using UnionHall.Requests.AddNote;
using UnionHall.Requests.AskWorker;
using UnionHall.Requests.AssignRequest;
using UnionHall.Requests.BulkRequests;
using UnionHall.Requests.CloseRequest;
using UnionHall.Requests.DecideIdentity;
using UnionHall.Requests.DeclineRequest;
using UnionHall.Requests.DispatchRequest;
using UnionHall.Requests.ExportRequests;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.ListRequests;
using UnionHall.Requests.Notify;
using UnionHall.Requests.OpenIdentity;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.PreviewRequest;
using UnionHall.Requests.RegisterRequest;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Requests.SaveView;
using UnionHall.Requests.Today;

namespace UnionHall.Requests;

/// <summary>Registers the staff side of the module.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<RequestDesk>();
        services.AddScoped<EntryFiles>();
        services.AddScoped<EntryLimits>();
        services.AddScoped<OwnUnit>();
        services.AddScoped<ConfirmWindow>();
        services.AddScoped<CaseQuery>();
        services.AddScoped<CasePeople>();
        services.AddScoped<CaseSurroundings>();
        services.AddScoped<DispatchQuery>();
        services.AddScoped<AcknowledgeRequestHandler>();
        services.AddScoped<DispatchRequestHandler>();
        services.AddScoped<AssignRequestHandler>();
        services.AddScoped<AskWorkerHandler>();
        services.AddScoped<AddNoteHandler>();
        services.AddScoped<ReplyRequestHandler>();
        services.AddScoped<DeclineRequestHandler>();
        services.AddScoped<CloseRequestHandler>();
        services.AddScoped<OpenIdentityHandler>();
        services.AddScoped<IdentityDesk>();
        services.AddScoped<SecondPersons>();
        services.AddEventHandler<RequestClosed, LapseIdentityAsks>();
        services.AddScoped<DecideIdentityHandler>();
        services.AddScoped<InboxReach>();
        services.AddScoped<InboxNames>();
        services.AddScoped<InboxQuery>();
        services.AddScoped<FilterChoices>();
        services.AddScoped<PreviewQuery>();
        services.AddScoped<SaveViewHandler>();
        services.AddScoped<BulkRequestsHandler>();
        services.AddScoped<IFileAccess, RequestFileAccess>();
        services.AddAccessSubject<RequestAccess>();
        services.AddDeskPanel<TodayPanel>();
        services.AddScoped<RegisterRequestHandler>();
        services.AddScoped<ExportRequestsHandler>();
        services.AddRecurringJob<CloseSilentRequests>();
        AddListeners(services);
        services.AddNavItem(new NavItem(NavPlace.Desk, 10, "收件", "inbox", InboxNav.Address, Permission.ReadRequests));
        services.AddNavItem(new NavItem(NavPlace.Desk, 20, "登记一件", "edit", "/desk/requests/register", Permission.RegisterRequests));
        services.AddFrameRead<InboxNav>().AddScoped<INavSection>(provider => provider.GetRequiredService<InboxNav>());
        return services;
    }

    private static void AddListeners(IServiceCollection services)
    {
        services.AddEventHandler<RequestSubmitted, TellStaff>();
        services.AddEventHandler<RequestDispatched, TellStaff>();
        services.AddEventHandler<RequestAssigned, TellStaff>();
        services.AddEventHandler<WorkerAnswered, TellStaff>();
        services.AddEventHandler<RequestSupplemented, TellStaff>();
        services.AddEventHandler<RequestDisputed, TellStaff>();
        services.AddEventHandler<WorkerAsked, TellWorker>();
        services.AddEventHandler<RequestReplied, TellWorker>();
        services.AddEventHandler<RequestClosed, TellWorker>();
        services.AddEventHandler<IdentityOpened, TellWorker>();
        services.AddEventHandler<UnitMoved, FollowUnits>();
        services.AddEventHandler<UnitMerged, FollowUnits>();
        services.AddEventHandler<UnitClosed, FollowUnits>();
        services.AddEventHandler<UnitWithdrawn, FollowUnits>();
        services.AddEventHandler<PostsHandedOver, FollowPosts>();
        services.AddEventHandler<IdentityAsked, TellOfIdentity>();
        services.AddEventHandler<IdentityDecided, TellOfIdentity>();
        services.AddScoped<IUnitHold, UnitWork>();
    }
}
