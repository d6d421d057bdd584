using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the people of the desk what came to them. Notices name the request by its reference only.</summary>
internal sealed class TellStaff(RequestsDb db, DeskNotices notices, StaffDirectory staff) :
    IEventHandler<RequestSubmitted>, IEventHandler<RequestDispatched>, IEventHandler<RequestAssigned>, IEventHandler<WorkerAnswered>,
    IEventHandler<RequestSupplemented>, IEventHandler<RequestDisputed>
{
    /// <summary>What came in under another is told to whoever has that one.</summary>
    public async Task HandleAsync(RequestSubmitted happened, CancellationToken stop)
    {
        if (!await db.Requests.AnyAsync(request => request.Id == happened.Request && request.State == RequestState.Merged, stop))
        {
            await TellAsync(happened.Request, happened.Reference, "request-submitted", $"有一件新的诉求到了{await notices.NameAsync(happened.Owner, stop)}，等派单", await ReceiversAsync(happened.Owner, stop), stop);
        }
    }

    public async Task HandleAsync(RequestDispatched happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-dispatched", $"有一件派到了{await notices.NameAsync(happened.To, stop)}，等签收", await AtAsync(happened.To, Permission.HandleRequests, stop), stop);

    public async Task HandleAsync(RequestAssigned happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-assigned", "有一件转到了您手上", happened.Assignee is { } one ? [one] : [], stop);

    public async Task HandleAsync(WorkerAnswered happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "worker-answered", "职工回话了", await notices.HoldersAsync(happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestSupplemented happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-supplemented", "职工补充了情况", await notices.HoldersAsync(happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestDisputed happened, CancellationToken stop) => await TellAsync(
        happened.Request, happened.Reference, "request-disputed", $"职工说没解决，转到了{await notices.NameAsync(happened.To, stop)}", await AboveAsync(happened.To, stop), stop);

    private Task TellAsync(RequestId request, string reference, string kind, string words, IReadOnlyCollection<AccountId> accounts, CancellationToken stop) =>
        notices.SendAsync(request, reference, kind, words, "", accounts, stop);

    /// <summary>The dispatchers of a unit; where it has none, all who handle.</summary>
    private async Task<IReadOnlyCollection<AccountId>> ReceiversAsync(UnitId unit, CancellationToken stop)
    {
        var people = await staff.AtAsync(unit, stop);
        var dispatchers = people.Where(one => one.Role == Role.Dispatcher).Select(one => one.AccountId).ToHashSet();
        return dispatchers.Count > 0 ? dispatchers : [.. people.Where(one => one.Role.Allows(Permission.HandleRequests)).Select(one => one.AccountId).Distinct()];
    }

    private async Task<IReadOnlyCollection<AccountId>> AboveAsync(UnitId unit, CancellationToken stop)
    {
        var people = await staff.AtAsync(unit, stop);
        var deciders = people.Where(one => one.Role is Role.Chair or Role.Dispatcher).Select(one => one.AccountId).ToHashSet();
        return deciders.Count > 0 ? deciders : [.. people.Where(one => one.Role.Allows(Permission.HandleRequests)).Select(one => one.AccountId).Distinct()];
    }

    private async Task<IReadOnlyCollection<AccountId>> AtAsync(UnitId unit, Permission permission, CancellationToken stop) =>
        [.. (await staff.WithAsync(permission, unit, stop)).Select(one => one.AccountId).Distinct()];
}
