using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AddNote;

[Needs(Permission.ReadRequests)]
internal sealed class AddNotePage(AddNoteHandler handler, CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseFilesPage<AddNoteForm>(cases, files, current)
{
    protected override string Said => "记下了，职工看不到。";

    protected override Task<Result> ActAsync(Actor actor, CancellationToken stop) => handler.HandleAsync(actor, Number, Form, stop);
}
