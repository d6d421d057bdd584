using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

/// <summary>The contents on disk: files/ab/cd/… by SHA-256 under the data folder, outside the web root. Several nodes share this folder.</summary>
internal sealed class FileFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string temporary;

    public FileFolder(DatabaseOptions options)
    {
        Root = Path.Combine(Path.GetFullPath(options.DataFolder), "files");
        temporary = Path.Combine(Root, "tmp");
    }

    public string Root { get; }

    public string PathOf(ReadOnlySpan<byte> sha256)
    {
        var name = Convert.ToHexStringLower(sha256);
        return Path.Combine(Root, name[..2], name[2..4], name);
    }

    /// <summary>A new file of no name yet; whoever makes it deletes or keeps it.</summary>
    public FileStream CreateTemporary()
    {
        Directory.CreateDirectory(temporary, OwnerOnly);
        return DurableFile.Create(Path.Combine(temporary, Guid.CreateVersion7().ToString("N")));
    }

    /// <summary>Moves a flushed temporary file to its place; an equal content that is already there stays.</summary>
    public void Keep(string temporaryFile, byte[] sha256)
    {
        var place = PathOf(sha256);
        if (File.Exists(place))
        {
            File.Delete(temporaryFile);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!, OwnerOnly);
        DurableFile.Move(temporaryFile, place);
    }

    public FileStream Open(byte[] sha256) => new(PathOf(sha256), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    public void Delete(byte[] sha256) => File.Delete(PathOf(sha256));

    /// <summary>Every content on disk with the time it was written.</summary>
    public IEnumerable<(byte[] Sha256, DateTime WrittenAt)> Contents() => !Directory.Exists(Root) ? [] :
        from file in new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories)
        where file.Name.Length == 64 && file.Directory!.Name != "tmp"
        select (Convert.FromHexString(file.Name), file.LastWriteTimeUtc);

    /// <summary>Removes what a killed process left half written.</summary>
    public void DeleteTemporary(DateTime writtenBefore)
    {
        if (!Directory.Exists(temporary))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(temporary).EnumerateFiles().Where(file => file.LastWriteTimeUtc < writtenBefore))
        {
            file.Delete();
        }
    }
}
