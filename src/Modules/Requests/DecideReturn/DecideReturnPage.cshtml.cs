using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DecideReturn;

/// <summary>Accepts or rejects an objection to a dispatch.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class DecideReturnPage(DecideReturnHandler handler, CaseQuery cases, UnitDirectory units, ICurrentActor current)
    : CaseVerbPage<DecideReturnForm>(cases, current)
{
    /// <summary>Where the asking unit says it should go.</summary>
    public string? Right { get; private set; }

    protected override string Said => "裁定好了，会告诉申请的同志。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        var isFound = await base.FindAsync(actor, stop);
        Right = isFound && Case.Hops.Return?.RightUnit is { } right ? (await units.FindAsync(right, stop))?.Name : null;
        return isFound;
    }
}
