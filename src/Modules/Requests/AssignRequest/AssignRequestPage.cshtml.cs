using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.TakeBackAssignment;

namespace UnionHall.Requests.AssignRequest;

[Needs(Permission.HandleRequests)]
internal sealed class AssignRequestPage(AssignRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<AssignRequestForm>(cases, current)
{
    private Assignment? done;

    public AccountId? Me { get; private set; }

    protected override string Said => Form.To is null ? "放回本单位，谁都可以领。" : Form.To == Me?.Value ? "在您手上了。" : "转交了，会提醒他。";

    protected override string? Undo => done is { } moved && moved.To != moved.Before ? TakeBackAssignmentPage.Address(moved) : null;

    protected override async Task<Result> ActAsync(Actor actor, CancellationToken stop)
    {
        Me = actor.Account;
        var result = await handler.HandleAsync(actor, Number, Form.To is { } to ? new AccountId(to) : null, stop);
        done = result.Value;
        return result;
    }

    protected override Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        Me = actor.Account;
        return base.FindAsync(actor, stop);
    }
}
