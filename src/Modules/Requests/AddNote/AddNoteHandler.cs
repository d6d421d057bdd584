using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AddNote;

/// <summary>Writes a note for the desk and tells whom it names. Notes never collide, so none is held back.</summary>
internal sealed class AddNoteHandler(RequestDesk desk, RequestsDb db, EntryFiles files, Mentioned mentioned, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, AddNoteForm form, CancellationToken stop) => await files.WordsRefusalAsync(form, stop) ?? await desk.ActAsync(
        Act.Note, actor, reference, null, request => NoteAsync(request, form, actor, stop), stop);

    private async Task<Result> NoteAsync(Request request, AddNoteForm form, Actor actor, CancellationToken stop)
    {
        var named = await mentioned.ReadAsync(request, form, actor.Account, stop);
        if (named.Refusal is { } refusal)
        {
            return refusal;
        }

        var note = request.AddNote(form.Words, actor, clock.GetUtcNow());
        db.Mentions.AddRange(named.Value!.Select(account => Mention.Of(note, account)));
        if (named.Value!.Count > 0)
        {
            db.Context.Happened(new ColleaguesMentioned(request.Id, request.Reference, named.Value));
        }

        return await files.AttachAsync(note, form.Files, actor, stop);
    }
}
