using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Acting;

/// <summary>Attaches files to an entry of the timeline.</summary>
internal sealed class EntryFiles(FileStore store, RequestsDb db, EntryLimits limits)
{
    /// <summary>Stores what came with the form itself, before anything else of it is looked at: the ids join those that went up before, so that a refusal loses none.</summary>
    public async Task<Result> TakeAsync(EntryForm form, Actor actor, CancellationToken stop)
    {
        if (await limits.FilesRefusalAsync(form, stop) is { } tooMany)
        {
            return tooMany;
        }

        foreach (var upload in form.Uploads)
        {
            var stored = await store.StoreAsync(upload, actor, stop);
            if (stored.Refusal is { } refusal)
            {
                return refusal with { Field = nameof(EntryForm.Files) };
            }

            form.Files.Add(stored.Value!.Id.Value);
        }

        form.Uploads.Clear();
        return Result.Done;
    }

    public Task<Refusal?> WordsRefusalAsync(EntryForm form, CancellationToken stop) => limits.RefusalAsync(form, stop);

    /// <summary>What stands in the list of a form that is shown again.</summary>
    public Task<IReadOnlyList<FileSummary>> ShownAsync(EntryForm form, Actor actor, CancellationToken stop) =>
        store.UnclaimedAsync([.. form.Files.Select(FileId.From)], actor, stop);

    /// <summary>Claims the files for the request. The caller saves.</summary>
    public async Task<Result> AttachAsync(TimelineEntry entry, IReadOnlyCollection<Guid> files, Actor actor, CancellationToken stop)
    {
        FileId[] ids = [.. files.Distinct().Select(FileId.From)];
        var claimed = await store.ClaimAsync(ids, new Subject("request", entry.RequestId.Value), actor, stop);
        if (claimed.Succeeded)
        {
            db.Files.AddRange(ids.Select(id => new RequestFile { FileId = id, RequestId = entry.RequestId, EntryId = entry.Id, IsPublic = entry.IsPublic }));
        }

        return claimed;
    }
}
