using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.UnmergeRequest;

/// <summary>拆出来: it was not the same matter after all.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class UnmergeRequestPage(UnmergeRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    protected override string Said => "拆出来了，接着办，期限还是原来的。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
