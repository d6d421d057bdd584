using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.EndSupervision;

/// <summary>Ends a supervision.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class EndSupervisionPage(EndSupervisionHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<WordsForm>(cases, current)
{
    protected override string Said => "督办了结了。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
