using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.RecordConference;

/// <summary>会商纪要: who sat together, what was concluded, who does what.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class RecordConferencePage(RecordConferenceHandler handler, CaseQuery cases, ICurrentActor current) : CaseVerbPage<RecordConferenceForm>(cases, current)
{
    protected override string Said => "会商纪要记下了。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
