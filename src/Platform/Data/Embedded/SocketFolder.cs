using System.Security.Cryptography;
using System.Text;

namespace UnionHall.Platform.Data.Embedded;

/// <summary>
/// A short private folder for the database's socket. A socket path may not exceed 107 bytes, a data folder may,
/// so the socket never lives in the data folder.
/// </summary>
internal static class SocketFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string For(string dataFolder)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var folder = Path.Combine("/tmp", $"unionhall-{Environment.UserName}-{name}");
        Directory.CreateDirectory(folder, OwnerOnly);
        var info = new DirectoryInfo(folder);
        if (info.LinkTarget is not null || (File.GetUnixFileMode(folder) & ~OwnerOnly) != 0)
        {
            throw new InvalidOperationException($"{folder} 不是本程序自己的文件夹，请移走后再启动。");
        }

        // Fails when the folder belongs to someone else.
        File.SetUnixFileMode(folder, OwnerOnly);
        return folder;
    }
}
