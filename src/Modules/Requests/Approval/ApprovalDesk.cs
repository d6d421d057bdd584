using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Approval;

/// <summary>Answers that wait for consent: which services ask for it, and the draft of a request.</summary>
internal sealed class ApprovalDesk(RequestsDb db, EntryFiles files)
{
    /// <summary>By the version of the service under which it was filed, or one that is handled under it and gets the same answer.</summary>
    public async Task<bool> NeedsAsync(string reference, CancellationToken stop)
    {
        var number = Reference.Parse(reference);
        return await (
            from head in db.Requests
            from request in db.Requests
            join service in db.Services on request.ServiceId equals service.Id
            where head.Reference == number && service.NeedsApproval && (request.Id == head.Id || request.HeadId == head.Id)
            select service.Id).AnyAsync(stop);
    }

    /// <summary>The draft that waits; null where none does.</summary>
    public Task<ReplyDraft?> OpenAsync(RequestId request, CancellationToken stop) => db.Drafts.SingleOrDefaultAsync(draft => draft.RequestId == request && draft.DecidedAt == null, stop);

    /// <summary>The latest of this writer.</summary>
    public Task<ReplyDraft?> LatestOfAsync(RequestId request, AccountId? writer, CancellationToken stop) =>
        db.Drafts.AsNoTracking().Where(draft => draft.RequestId == request && draft.WrittenBy == writer).OrderByDescending(draft => draft.Id).FirstOrDefaultAsync(stop);

    public async Task<Result> AskAsync(Request request, DraftWish wish, IReadOnlyCollection<Guid> attached, IReadOnlyCollection<Guid> brought, Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        var asked = request.AskApproval(wish, await OpenAsync(request.Id, stop), actor, now);
        if (asked.Value is not { } draft)
        {
            return asked;
        }

        db.Drafts.Add(draft);
        var entry = request.Timeline.Single(one => one.Id == draft.EntryId);
        await BringAsync(entry, brought, actor, stop);
        return await files.AttachAsync(entry, attached, actor, stop);
    }

    /// <summary>Files of drafts of his that came back go with what he sends now. Ids of others are passed over.</summary>
    public async Task BringAsync(TimelineEntry entry, IReadOnlyCollection<Guid> brought, Actor actor, CancellationToken stop)
    {
        FileId[] wanted = [.. brought.Select(FileId.From)];
        var own = wanted.Length == 0 ? [] : await db.Files.Where(file => file.RequestId == entry.RequestId && wanted.Contains(file.FileId)
            && db.Drafts.Any(draft => draft.EntryId == file.EntryId && draft.WrittenBy == actor.Account && draft.Approved == false)).ToListAsync(stop);
        own.ForEach(file => file.MoveTo(entry));
    }

    /// <summary>What came with the draft goes out with the answer.</summary>
    public async Task HandFilesOnAsync(ReplyDraft draft, TimelineEntry reply, CancellationToken stop) =>
        (await db.Files.Where(file => file.EntryId == draft.EntryId).ToListAsync(stop)).ForEach(file => file.MoveTo(reply));
}
