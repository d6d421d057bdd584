using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.AddNote;

[Needs(Permission.ReadRequests)]
internal sealed class AddNotePage(AddNoteHandler handler, CaseQuery cases, EntryFiles files, ICurrentActor current) : CaseFilesPage<AddNoteForm>(cases, files, current)
{
    private IReadOnlyList<string> missed = [];

    protected override string Said => missed.Count == 0
        ? "记下了，职工看不到。"
        : $"记下了，职工看不到。{string.Join('、', missed)} 没有提醒到：没有这位同志，或者他看不到这件。";

    protected override async Task<Result> ActAsync(Actor actor, CancellationToken stop)
    {
        var noted = await handler.HandleAsync(actor, Number, Form, stop);
        missed = noted.Value ?? [];
        return noted;
    }
}
