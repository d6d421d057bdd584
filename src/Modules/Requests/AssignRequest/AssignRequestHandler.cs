using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AssignRequest;

/// <summary>Takes it on one's own desk, gives it to a colleague of the unit that has it, or puts it back to the whole unit.</summary>
internal sealed class AssignRequestHandler(RequestDesk desk, RequestsDb db, StaffDirectory staff, LetterReaders letters, TimeProvider clock)
{
    private static readonly Refusal NotColleague = new("not-colleague", "只能转交给这件所在单位里能办理的同志。", "To");

    private static readonly Refusal MovedOn = new("moved-on", "这件后来又转过手，撤不回了。要换人，请再转交一次。");

    /// <param name="to">The colleague; null puts it back to the unit.</param>
    public Task<Result<Assignment>> HandleAsync(Actor actor, string reference, AccountId? to, CancellationToken stop) =>
        ActAsync(actor, reference, to, request => AssignAsync(request, actor, to, stop), stop);

    /// <summary>Takes an assignment back, as long as it is still the last one.</summary>
    public Task<Result<Assignment>> TakeBackAsync(Actor actor, Assignment given, CancellationToken stop) =>
        ActAsync(actor, given.Reference, given.Before, async request => request.Assignee == given.To ? await AssignAsync(request, actor, given.Before, stop) : MovedOn, stop);

    private async Task<Result<Assignment>> ActAsync(Actor actor, string reference, AccountId? to, Func<Request, Task<Result>> verb, CancellationToken stop)
    {
        AccountId? before = null;
        var result = await desk.ActAsync(
            Act.Assign,
            actor,
            reference,
            null,
            request =>
            {
                before = request.Assignee;
                return verb(request);
            },
            stop);
        return result.Refusal is { } refusal ? refusal : new Assignment(reference, to, before);
    }

    private async Task<Result> AssignAsync(Request request, Actor actor, AccountId? to, CancellationToken stop)
    {
        if (to is null || to == actor.Account)
        {
            return request.Assign(to, to is null ? null : actor.Name, actor, clock.GetUtcNow());
        }

        if (await db.Accused.AnyAsync(one => one.RequestId == request.Id && one.Account == to, stop))
        {
            return DeskRefusals.AccusedPerson;
        }

        var colleagues = await letters.AmongAsync(request.Id, await staff.WithAsync(Permission.HandleRequests, request.CurrentUnit, stop), stop);
        return colleagues.FirstOrDefault(one => one.AccountId == to) is { } colleague
            ? request.Assign(to, colleague.Name, actor, clock.GetUtcNow())
            : NotColleague;
    }
}
