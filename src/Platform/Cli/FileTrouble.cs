using System.Text.RegularExpressions;

namespace UnionHall.Platform.Cli;

/// <summary>Why a file could not be read or written, in a sentence; .NET says it in English.</summary>
public static partial class FileTrouble
{
    public static string Say(Exception problem) => problem switch
    {
        FileNotFoundException { FileName: { } name } => $"没有找到 {name}。",
        DirectoryNotFoundException => $"没有找到 {PathIn(problem)}，文件夹可能写错了。",
        UnauthorizedAccessException => $"{PathIn(problem)} 用不了：它是一个文件夹，或者没有权限。",
        _ => problem.Message,
    };

    private static string PathIn(Exception problem) => Quoted().Match(problem.Message) is { Success: true } found ? found.Groups[1].Value : "这个地方";

    [GeneratedRegex("'(.+)'", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
