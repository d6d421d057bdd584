using Microsoft.AspNetCore.Http;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Following;

/// <summary>Photos and documents of a worker: taken in at once, so that a refusal loses none; attached when the words are.</summary>
internal sealed class WorkerFiles(FileStore store, RequestsDb db, RequestSettings settings)
{
    /// <summary>Stores the files of a browser without scripts; their ids join those that went up one by one.</summary>
    public async Task<Result> TakeAsync(WorkerUploads form, Actor actor, CancellationToken stop)
    {
        var most = (await settings.InForceAsync(stop)).PhotosMost;
        if (form.Photos.Distinct().Count() + form.Uploads.Count > most)
        {
            return Result.Refuse("files-too-many", $"照片和文件最多 {most} 个，现在有 {form.Photos.Distinct().Count() + form.Uploads.Count} 个，去掉几个再交。", nameof(form.Photos));
        }

        foreach (var upload in form.Uploads)
        {
            var stored = await store.StoreAsync(upload, actor, stop);
            if (stored.Refusal is { } refusal)
            {
                return refusal with { Field = nameof(form.Photos) };
            }

            form.Photos.Add(stored.Value!.Id.Value);
        }

        form.Uploads.Clear();
        return Result.Done;
    }

    /// <summary>What stands in the list of a form that is shown again.</summary>
    public Task<IReadOnlyList<FileSummary>> ShownAsync(WorkerUploads form, Actor actor, CancellationToken stop) =>
        store.UnclaimedAsync([.. form.Photos.Select(FileId.From)], actor, stop);

    /// <summary>Gives the files to the request with the entry they came with. The caller saves.</summary>
    public async Task<Result> AttachAsync(TimelineEntry entry, Visibility visibility, IEnumerable<Guid> photos, Actor actor, CancellationToken stop)
    {
        FileId[] files = [.. photos.Distinct().Select(FileId.From)];
        var claimed = await store.ClaimAsync(files, new Subject("request", entry.RequestId.Value), actor, stop, forgetSender: visibility == Visibility.Anonymous, forgetName: visibility != Visibility.Named);
        if (claimed.Refusal is { } refusal)
        {
            return refusal with { Field = nameof(WorkerUploads.Photos) };
        }

        db.Files.AddRange(files.Select(file => new RequestFile { FileId = file, RequestId = entry.RequestId, EntryId = entry.Id, IsPublic = true }));
        return Result.Done;
    }
}

/// <summary>The files of a form.</summary>
internal abstract class WorkerUploads
{
    /// <summary>Files that went up one by one.</summary>
    public List<Guid> Photos { get; set; } = [];

    /// <summary>Files of a browser without scripts.</summary>
    public List<IFormFile> Uploads { get; set; } = [];
}
