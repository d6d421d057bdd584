using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Settings;
using UnionHall.Requests.ShareRequest;

namespace UnionHall.Requests.ReadShare;

/// <summary>What somebody outside does with the address he was given: reads, fetches a file, writes back. Each is on record.</summary>
internal sealed class ReadShareHandler(RequestsDb db, ShareTokens tokens, FileStore store, RequestSettings settings, TimeProvider clock)
{
    /// <summary>Null where the address is made up, over or revoked: all told alike.</summary>
    public async Task<RequestShare?> FindAsync(string token, CancellationToken stop)
    {
        var print = tokens.PrintOf(token);
        return await db.Shares.AsNoTracking().SingleOrDefaultAsync(row => row.TokenPrint == print, stop) is { } share && share.IsOpen(clock.GetUtcNow()) ? share : null;
    }

    public async Task<IReadOnlyList<FileSummary>> FilesAsync(RequestShare share, CancellationToken stop) => share.Files.Count == 0
        ? []
        : [.. (await store.OfAsync(new Subject("request", share.RequestId.Value), stop)).Where(file => share.Files.Contains(file.Id.Value))];

    public async Task<(Stream Content, StoredFile File)?> OpenFileAsync(string token, Guid id, string? address, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { } share || !share.Files.Contains(id))
        {
            return null;
        }

        var key = FileId.From(id);
        var file = await db.Context.Set<StoredFile>().AsNoTracking().SingleAsync(row => row.Id == key, stop);
        await NoteAsync(share, "file", address, stop);
        return (store.OpenRead(file), file);
    }

    public async Task NoteAsync(RequestShare share, string what, string? address, CancellationToken stop)
    {
        db.ShareLooks.Add(LookOf(share, what, address));
        db.Context.Happened(new ShareOpened(share.RequestId, share.Id, what));
        await db.SaveAsync(Outside(share, address), stop);
    }

    public async Task<Result> AnswerAsync(string token, string? typed, IReadOnlyCollection<IFormFile> uploads, string? address, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is not { MayAnswer: true } share)
        {
            return ShareRefusals.Over;
        }

        var numbers = await settings.InForceAsync(stop);
        var words = WorkerWords.Read(typed, numbers.WordsMost, "写一句再发。", "Words");
        if (words.Refusal is { } refusal)
        {
            return refusal;
        }

        if (uploads.Count > numbers.PhotosMost)
        {
            return new Refusal("files-too-many", $"文件最多 {numbers.PhotosMost} 个。", "Uploads");
        }

        var outside = Outside(share, address);
        var request = await db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == share.RequestId, stop);
        var entry = request.TakeOutsideWords(share, words.Value!, outside, clock.GetUtcNow());
        var attached = await AttachAsync(entry, uploads, outside, stop);
        if (!attached.Succeeded)
        {
            db.Context.ChangeTracker.Clear();
            return attached;
        }

        db.ShareLooks.Add(LookOf(share, "answer", address));
        return await SaveAsync(outside, stop);
    }

    private async Task<Result> AttachAsync(TimelineEntry entry, IReadOnlyCollection<IFormFile> uploads, Actor outside, CancellationToken stop)
    {
        var ids = new List<FileId>();
        foreach (var upload in uploads)
        {
            var stored = await store.StoreAsync(upload, outside, stop);
            if (stored.Refusal is { } refusal)
            {
                return refusal with { Field = "Uploads" };
            }

            ids.Add(stored.Value!.Id);
        }

        var claimed = await store.ClaimAsync(ids, new Subject("request", entry.RequestId.Value), outside, stop);
        if (claimed.Succeeded)
        {
            db.Files.AddRange(ids.Select(id => new RequestFile { FileId = id, RequestId = entry.RequestId, EntryId = entry.Id, IsPublic = false }));
        }

        return claimed;
    }

    private async Task<Result> SaveAsync(Actor outside, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(outside, stop);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Context.ChangeTracker.Clear();
            return new Refusal("collided", "这件刚刚有了新动静，再发一次就好。");
        }
    }

    private ShareLook LookOf(RequestShare share, string what, string? address) => new() { Id = SortableId.Next(clock.GetUtcNow()), ShareId = share.Id, At = clock.GetUtcNow(), What = what, Address = address };

    private static Actor Outside(RequestShare share, string? address) => new(null, share.Recipient, [], address);
}
