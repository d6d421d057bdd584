using UnionHall.Platform.Data;
using UnionHall.Platform.Files;

namespace UnionHall.Platform.Security;

/// <summary>
/// The key ring on disk, readable by its owner only. Made on first use in the data folder; a ring that several nodes
/// share (UNIONHALL_KEYS) is never made silently, because a second ring would lock the others out. Another process
/// may rotate it at any time, so it is read again when the file has changed.
/// </summary>
public sealed class KeyRingFile(DatabaseOptions options, TimeProvider clock)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly Lock door = new();
    private (KeyRing Ring, DateTime Written)? read;

    /// <summary>The file's full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(options.KeysFile ?? System.IO.Path.Combine(options.DataFolder, "keys", "vault.json"));

    /// <summary>Adds a key that seals from now on; makes the ring where there is none.</summary>
    /// <returns>The new key's number.</returns>
    public int Rotate()
    {
        lock (door)
        {
            using var alone = Lock();
            var ring = File.Exists(Path) ? KeyRing.Read(File.ReadAllBytes(Path)).Rotate(clock.GetUtcNow()) : KeyRing.New(clock.GetUtcNow());
            Write(ring.Write());
            return (int)ring.Current.Number;
        }
    }

    internal KeyRing Load()
    {
        lock (door)
        {
            if (!File.Exists(Path))
            {
                Create();
            }

            var written = File.GetLastWriteTimeUtc(Path);
            if (read is null || read.Value.Written != written)
            {
                read = (KeyRing.Read(File.ReadAllBytes(Path)), written);
            }

            return read.Value.Ring;
        }
    }

    /// <summary>Puts a ring from a backup in place.</summary>
    internal void Write(byte[] json)
    {
        MakeFolder();
        DurableFile.WriteOwnerOnly(Path, json);
    }

    private void Create()
    {
        if (options.KeysFile is not null)
        {
            throw new VaultException($"没有找到密钥文件 {Path}（UNIONHALL_KEYS）。请放好各节点共用的那一份；第一次使用时运行 bin/unionhall keys rotate 新建。");
        }

        using var alone = Lock();
        if (!File.Exists(Path))
        {
            Write(KeyRing.New(clock.GetUtcNow()).Write());
        }
    }

    private FileStream Lock()
    {
        MakeFolder();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(50);
            }
        }
    }

    private void MakeFolder() => Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!, OwnerOnly);
}
