using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Data;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>Removes uploads that nothing claimed in time, contents that no row names, and half-written leftovers. Safe to run twice and on every node.</summary>
internal sealed class FileSweep(AppDbContext db, FileFolder folder, IOptions<UploadLimits> limits, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 200;
    private static readonly Actor Sweeper = Actor.Platform("清理上传");

    public string Name => "sweep-files";

    public TimeSpan Every => TimeSpan.FromHours(1);

    Task IRecurringJob.RunAsync(CancellationToken stop) => RunAsync(stop);

    /// <returns>How many uploads were removed.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var before = clock.GetUtcNow() - limits.Value.KeepUnclaimed;
        var removed = 0;
        while (await RemoveUnclaimedAsync(before, stop) is > 0 and var count)
        {
            removed += count;
        }

        foreach (var batch in folder.Contents().Where(content => content.WrittenAt < before.UtcDateTime).Select(content => content.Sha256).Chunk(Batch))
        {
            await RemoveUnnamedAsync(batch, stop);
        }

        folder.DeleteTemporary(before.UtcDateTime);
        return removed;
    }

    private async Task<int> RemoveUnclaimedAsync(DateTimeOffset before, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var old = await db.Set<StoredFile>()
            .FromSql($"select * from file where subject_kind is null and uploaded_at < {before} order by uploaded_at limit {Batch} for update skip locked")
            .ToListAsync(stop);
        db.RemoveRange(old);
        old.ForEach(file => db.Happened(new FileSwept(file.Id)));
        await db.SaveAsync(Sweeper, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return old.Count;
    }

    private async Task RemoveUnnamedAsync(byte[][] contents, CancellationToken stop)
    {
        var named = await NamedAsync(contents, stop);
        foreach (var content in contents.Where(content => !named.Contains(Convert.ToHexString(content))))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (!await ContentLock.MayRemoveAsync(db, stop))
            {
                return;
            }

            await ContentLock.TakeAsync(db, content, stop);
            if ((await NamedAsync([content], stop)).Count == 0)
            {
                folder.Delete(content);
            }

            await transaction.CommitAsync(stop);
        }
    }

    private async Task<HashSet<string>> NamedAsync(byte[][] contents, CancellationToken stop)
    {
        var named = await db.Set<StoredFile>().Where(file => contents.Contains(file.Sha256)).Select(file => file.Sha256).ToListAsync(stop);
        return named.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
    }
}
