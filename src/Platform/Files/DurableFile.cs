using System.Runtime.InteropServices;
using System.Text;

namespace UnionHall.Platform.Files;

/// <summary>Files that survive a power cut: written aside, flushed to the disk, renamed, and the folder flushed.</summary>
internal static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a new file that only its owner may read.</summary>
    public static FileStream Create(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        UnixCreateMode = OwnerOnly,
        Options = FileOptions.Asynchronous,
        BufferSize = 64 * 1024,
    });

    /// <summary>Opens a file anew for one writer alone; a second writer is refused.</summary>
    public static FileStream CreateOver(string path)
    {
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = OwnerOnly,
            BufferSize = 64 * 1024,
        });
        file.SetLength(0);
        return file;
    }

    /// <summary>Renames to a name that must be free, and makes the rename durable.</summary>
    public static void MoveNew(string from, string to)
    {
        File.Move(from, to, overwrite: false);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    public static void WriteOwnerOnly(string path, byte[] content)
    {
        var aside = $"{path}.{Guid.CreateVersion7():N}.new";
        using (var stream = Create(aside))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        Move(aside, path);
    }

    /// <summary>Renames over <paramref name="to"/> and makes the rename itself durable.</summary>
    public static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    private static void FlushFolder(string folder)
    {
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), flags: 0);
        if (handle < 0)
        {
            throw new IOException($"Cannot open the folder {folder} to flush it (error {Marshal.GetLastPInvokeError()}).");
        }

        _ = Fsync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
