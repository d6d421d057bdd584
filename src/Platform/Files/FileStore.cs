using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Content;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>Takes files in, hands them to what they belong to, and gives them out again.</summary>
public sealed class FileStore
{
    private readonly AppDbContext db;
    private readonly IServiceScopeFactory scopes;
    private readonly FileIntake intake;
    private readonly FileFolder folder;
    private readonly Uploader uploader;
    private readonly TimeProvider clock;

    internal FileStore(AppDbContext db, IServiceScopeFactory scopes, FileIntake intake, FileFolder folder, Uploader uploader, TimeProvider clock) =>
        (this.db, this.scopes, this.intake, this.folder, this.uploader, this.clock) = (db, scopes, intake, folder, uploader, clock);

    /// <summary>
    /// Stores one file, cleaned of what a picture tells about its maker. Saved at once, apart from the caller's own
    /// changes; swept after a day unless something claims it.
    /// </summary>
    /// <param name="content">Read to its end or to the limit.</param>
    /// <param name="name">As its sender named it.</param>
    /// <param name="actor">Who sent it.</param>
    /// <returns>The file, or a refusal: file-too-large, file-empty, file-broken, file-kind, file-macros, file-video …</returns>
    public async Task<Result<FileSummary>> StoreAsync(Stream content, string? name, Actor actor, CancellationToken stop)
    {
        var session = uploader.Session();
        try
        {
            var taken = await intake.TakeAsync(content, name, stop);
            return await KeepAsync(taken, actor, session, stop);
        }
        catch (RefusedContentException refused)
        {
            return new Refusal(refused.Code, refused.Message);
        }
    }

    /// <summary>Stores a file of an ordinary form, for pages without JavaScript.</summary>
    public async Task<Result<FileSummary>> StoreAsync(IFormFile file, Actor actor, CancellationToken stop)
    {
        await using var content = file.OpenReadStream();
        return await StoreAsync(content, file.FileName, actor, stop);
    }

    /// <summary>
    /// Gives uploaded files to what they belong to. Only their uploader may, and only once. The caller saves, in the
    /// transaction of the change itself.
    /// </summary>
    /// <param name="forgetSender">True where nobody may ever tell who sent them: account, browser and address are wiped.</param>
    /// <param name="forgetName">True where its name may tell who sent it: it is called 附件 and its number.</param>
    public async Task<Result> ClaimAsync(IReadOnlyCollection<FileId> files, Subject subject, Actor actor, CancellationToken stop, bool forgetSender = false, bool forgetName = false)
    {
        if (files.Count == 0)
        {
            return Result.Done;
        }

        var wanted = files.Distinct().ToList();
        var found = await db.Set<StoredFile>().Where(file => wanted.Contains(file.Id)).ToListAsync(stop);
        if (found.Count < wanted.Count || found.Exists(file => !(file.Subject is null ? uploader.Owns(file, actor) : file.Subject == subject)))
        {
            return Result.Refuse("file-gone", "有的文件已经不在了：传上来超过一天没有交，或者不是在这里传的。请重新传一次，写好的话都还在。");
        }

        foreach (var file in found.Where(file => file.Subject is null))
        {
            file.Claim(subject, clock.GetUtcNow());
            if (forgetName)
            {
                file.Rename($"附件 {wanted.IndexOf(file.Id) + 1}");
            }

            if (forgetSender)
            {
                file.ForgetSender();
            }
        }

        return Result.Done;
    }

    /// <summary>Those of these files that this sender uploaded and nothing has claimed: to show them again in a refused form.</summary>
    public async Task<IReadOnlyList<FileSummary>> UnclaimedAsync(IReadOnlyCollection<FileId> files, Actor actor, CancellationToken stop)
    {
        var found = files.Count == 0 ? [] : await db.Set<StoredFile>().AsNoTracking()
            .Where(file => files.Contains(file.Id) && file.SubjectId == null).OrderBy(file => file.Id).ToListAsync(stop);
        return [.. found.Where(file => uploader.Owns(file, actor)).Select(file => file.Summary)];
    }

    /// <summary>The files of one subject, in the order they came.</summary>
    public async Task<IReadOnlyList<FileSummary>> OfAsync(Subject subject, CancellationToken stop) =>
        [.. (await OfAsync(subject.Kind, [subject.Id], stop))[subject.Id]];

    /// <summary>The files of several subjects of one kind, by subject.</summary>
    public async Task<ILookup<Guid, FileSummary>> OfAsync(string kind, IReadOnlyCollection<Guid> subjects, CancellationToken stop)
    {
        var files = await db.Set<StoredFile>().AsNoTracking()
            .Where(file => file.SubjectKind == kind && subjects.Contains(file.SubjectId!.Value))
            .OrderBy(file => file.Id)
            .ToListAsync(stop);
        return files.ToLookup(file => file.SubjectId!.Value, file => file.Summary);
    }

    /// <summary>The content of a file, seekable; ask whether the actor may read it before.</summary>
    public Stream OpenRead(StoredFile file) => folder.Open(file.Sha256);

    private async Task<FileSummary> KeepAsync(TakenContent taken, Actor actor, byte[]? session, CancellationToken stop)
    {
        try
        {
            var now = clock.GetUtcNow();
            var file = new StoredFile
            {
                Id = FileId.From(SortableId.Next(now)),
                Sha256 = taken.Sha256,
                Size = taken.Size,
                MediaType = taken.MediaType,
                OriginalName = taken.Name,
                UploadedAt = now,
                UploadedBy = actor.Account,
                SessionHash = session,
                AddressHash = uploader.AddressHash(actor),
            };
            await SaveAsync(file, taken.TemporaryFile, actor, stop);
            uploader.Remember(file.Id);
            return file.Summary;
        }
        finally
        {
            File.Delete(taken.TemporaryFile);
        }
    }

    private async Task SaveAsync(StoredFile file, string temporaryFile, Actor actor, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var transaction = await own.Database.BeginTransactionAsync(stop);
        await ContentLock.TakeAsync(own, file.Sha256, stop);
        folder.Keep(temporaryFile, file.Sha256);
        own.Add(file);
        own.Happened(new FileUploaded(file.Id, file.MediaType, file.Size));

        // The row says who sent it and can forget; the audit log never forgets, so it names staff only.
        await own.SaveAsync(actor.IsStaff ? actor : Actor.Visitor(null), stop);
        await transaction.CommitAsync(stop);
    }
}
