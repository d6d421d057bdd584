using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AddNote;

/// <summary>Writes a note for the desk. Notes never collide, so none is held back.</summary>
internal sealed class AddNoteHandler(RequestDesk desk, EntryFiles files, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, EntryForm form, CancellationToken stop) => await files.WordsRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Note, actor, reference, null, request => files.AttachAsync(request.AddNote(form.Words, actor, clock.GetUtcNow()), form.Files, actor, stop), stop);
}
