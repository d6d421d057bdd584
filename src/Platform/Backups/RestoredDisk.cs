using UnionHall.Platform.Files;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Backups;

/// <summary>The files and keys of a restore: put in place, and taken away again unless the restore is kept.</summary>
internal sealed class RestoredDisk(FileFolder folder, KeyRingFile keys) : IDisposable
{
    private readonly List<string> placed = [];
    private string? formerKeys;
    private bool keysPlaced;
    private bool kept;

    public async Task PlaceAsync(BackupFile backup, BackupManifest.Content content, CancellationToken stop)
    {
        var sha256 = Convert.FromHexString(content.Sha256);
        if (File.Exists(folder.PathOf(sha256)))
        {
            await backup.ReadContentAsync(content, Stream.Null, stop);
            return;
        }

        await using var temporary = folder.CreateTemporary();
        try
        {
            await backup.ReadContentAsync(content, temporary, stop);
            temporary.Flush(flushToDisk: true);
            folder.Keep(temporary.Name, sha256);
            placed.Add(folder.PathOf(sha256));
        }
        finally
        {
            File.Delete(temporary.Name);
        }
    }

    /// <summary>The ring that was there is kept beside the new one.</summary>
    public void PlaceKeys(byte[] ring)
    {
        if (File.Exists(keys.Path))
        {
            formerKeys = $"{keys.Path}.{Guid.CreateVersion7():N}.before-restore";
            File.Move(keys.Path, formerKeys);
        }

        keysPlaced = true;
        keys.Write(ring);
    }

    public void Keep() => kept = true;

    public void Dispose()
    {
        if (kept)
        {
            return;
        }

        placed.ForEach(File.Delete);
        if (keysPlaced)
        {
            File.Delete(keys.Path);
        }

        if (formerKeys is not null)
        {
            File.Move(formerKeys, keys.Path);
        }
    }
}
