namespace UnionHall.Organisation.ExportTable;

/// <summary>A file that is gone when it is closed: a large export does not stand in memory.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
