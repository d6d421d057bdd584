using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.RecordContact;

[Needs(Permission.HandleRequests)]
internal sealed class RecordContactPage(RecordContactHandler handler, ClockQuery clocks, ICurrentActor current) : ClockVerbPage<RecordContactForm>(clocks, current)
{
    protected override string Said => "记下了。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
