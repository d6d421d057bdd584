using UnionHall.Platform.Cli;

namespace UnionHall.App.Start;

/// <summary>The folder of the database, files and keys: made for its owner alone.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            var probe = Path.Combine(folder, $".writable-{Environment.ProcessId}");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new CannotStartException($"用不了数据文件夹 {folder}（{FileTrouble.Say(problem)}）。请换一个自己能写的，例如 bin/run --data ~/unionhall。", problem);
        }
    }
}
