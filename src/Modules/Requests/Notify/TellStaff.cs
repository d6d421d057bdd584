using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the people of the desk what came to them. Notices name the request by its reference only.</summary>
internal sealed class TellStaff(RequestsDb db, DeskNotices notices) :
    IEventHandler<RequestSubmitted>, IEventHandler<RequestDispatched>, IEventHandler<RequestAssigned>, IEventHandler<WorkerAnswered>,
    IEventHandler<RequestSupplemented>, IEventHandler<RequestDisputed>
{
    /// <summary>What came in under another is told to whoever has that one.</summary>
    public async Task HandleAsync(RequestSubmitted happened, CancellationToken stop)
    {
        if (!await db.Requests.AnyAsync(request => request.Id == happened.Request && request.State == RequestState.Merged, stop))
        {
            await TellAsync(happened.Request, happened.Reference, "request-submitted", $"有一件新的诉求到了{await notices.NameAsync(happened.Owner, stop)}，等派单", await notices.FirstAsync(happened.Request, happened.Owner, stop, one => one.Role == Role.Dispatcher, Handles), stop);
        }
    }

    public async Task HandleAsync(RequestDispatched happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-dispatched", $"有一件派到了{await notices.NameAsync(happened.To, stop)}，等签收", await notices.FirstAsync(happened.Request, happened.To, stop, Handles), stop);

    public async Task HandleAsync(RequestAssigned happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-assigned", "有一件转到了您手上", happened.Assignee is { } one ? [one] : [], stop);

    public async Task HandleAsync(WorkerAnswered happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "worker-answered", "职工回话了", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestSupplemented happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-supplemented", "职工补充了情况", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestDisputed happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-disputed", $"职工说没解决，转到了{await notices.NameAsync(happened.To, stop)}", await notices.FirstAsync(happened.Request, happened.To, stop, one => one.Role is Role.Chair or Role.Dispatcher, Handles), stop);

    private Task TellAsync(RequestId request, string reference, string kind, string words, IReadOnlyCollection<AccountId> accounts, CancellationToken stop) =>
        notices.SendAsync(request, reference, kind, words, "", accounts, stop);

    private static bool Handles(StaffSummary one) => one.Role.Allows(Permission.HandleRequests);
}
