using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ChaseRequest;

/// <summary>Asks for haste: somebody above the unit that has the request, or the lead a unit beside it.</summary>
internal sealed class ChaseRequestHandler(RequestDesk desk, TimeProvider clock)
{
    /// <param name="order">An order beside the lead; null: the one in force.</param>
    public Task<Result> HandleAsync(Actor actor, string reference, Guid? order, WordsForm form, CancellationToken stop) => desk.ActAsync(
        order is null ? Act.Chase : Act.HoldSide, actor, reference, form.Seen, request => Task.FromResult(Chase(request, order, form.Words, actor)), stop);

    private Result Chase(Request request, Guid? key, string words, Actor actor)
    {
        var order = key is null ? request.CurrentOrder : request.OpenSides.FirstOrDefault(side => side.Id.Value == key);
        return order is not null ? request.Chase(order, words, actor, clock.GetUtcNow())
            : key is null ? Refusals.NotWhile(request.State, "催办")
            : HopRefusals.SideEnded;
    }
}
