using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AssignRequest;

/// <summary>Takes it on one's own desk, gives it to a colleague of the unit that has it, or puts it back to the whole unit.</summary>
internal sealed class AssignRequestHandler(RequestDesk desk, StaffDirectory staff, TimeProvider clock)
{
    private static readonly Refusal NotColleague = new("not-colleague", "只能转交给这件所在单位里能办理的同志。", "To");

    /// <param name="to">The colleague; null puts it back to the unit.</param>
    public Task<Result> HandleAsync(Actor actor, string reference, AccountId? to, CancellationToken stop) =>
        desk.ActAsync(Act.Assign, actor, reference, null, request => AssignAsync(request, actor, to, stop), stop);

    private async Task<Result> AssignAsync(Request request, Actor actor, AccountId? to, CancellationToken stop)
    {
        if (to is null || to == actor.Account)
        {
            return request.Assign(to, to is null ? null : actor.Name, actor, clock.GetUtcNow());
        }

        var colleagues = await staff.WithAsync(Permission.HandleRequests, request.CurrentUnit, stop);
        return colleagues.FirstOrDefault(one => one.AccountId == to) is { } colleague
            ? request.Assign(to, colleague.Name, actor, clock.GetUtcNow())
            : NotColleague;
    }
}
