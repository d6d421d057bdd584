using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenIdentity;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.DecideIdentity;

/// <summary>同意看身份: the second person's page.</summary>
[Needs(Permission.OpenIdentity)]
internal sealed class DecideIdentityPage(DecideIdentityHandler handler, IdentityDesk desk, CaseQuery cases, ICurrentActor current) : CaseVerbPage<DecideIdentityForm>(cases, current)
{
    /// <summary>What waits for somebody other than the one who asked.</summary>
    public IdentityAsk? Ask { get; private set; }

    protected override string Said => Form.Granted == "yes" ? "同意了，会告诉申请的同志。" : "没有同意，会告诉申请的同志。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        var isFound = await base.FindAsync(actor, stop);
        Ask = isFound && Case.MayOpenIdentity ? (await desk.AsksAsync(Case.Row.Id, stop)).Find(ask => ask.IsOpen && ask.AskedBy != actor.Account) : null;
        return isFound;
    }
}
