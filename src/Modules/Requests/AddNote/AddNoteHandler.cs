using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AddNote;

/// <summary>Writes a note for the desk and tells whom it names. Notes never collide, so none is held back.</summary>
internal sealed class AddNoteHandler(RequestDesk desk, RequestsDb db, EntryFiles files, Mentioned mentioned, TimeProvider clock)
{
    /// <summary>Whom it was to reach and did not.</summary>
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(Actor actor, string reference, AddNoteForm form, CancellationToken stop)
    {
        IReadOnlyList<string> missed = [];
        var done = await files.WordsRefusalAsync(form, stop) ?? await desk.ActAsync(Act.Note, actor, reference, null, request => NoteAsync(request, form, actor, names => missed = names, stop), stop);
        return done.Refusal is { } refusal ? refusal : new Result<IReadOnlyList<string>>(missed, null);
    }

    private async Task<Result> NoteAsync(Request request, AddNoteForm form, Actor actor, Action<IReadOnlyList<string>> missed, CancellationToken stop)
    {
        var named = await mentioned.ReadAsync(request, form, actor.Account, stop);
        if (named.Value is not { } read)
        {
            return named;
        }

        missed(read.Missed);
        var note = request.AddNote(form.Words, actor, clock.GetUtcNow());
        db.Mentions.AddRange(read.Accounts.Select(account => Mention.Of(note, account)));
        if (read.Accounts.Count > 0)
        {
            db.Context.Happened(new ColleaguesMentioned(request.Id, request.Reference, read.Accounts));
        }

        return await files.AttachAsync(note, form.Files, actor, stop);
    }
}
