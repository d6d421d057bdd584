using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.EscalateRequest;

/// <summary>提级: takes a request to the unit above the one that has it.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class EscalateRequestPage(EscalateRequestHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    protected override string Said => "提上去了，会提醒上一级的同志。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
