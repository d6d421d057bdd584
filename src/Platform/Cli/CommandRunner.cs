using UnionHall.Platform.Backups;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Cli;

/// <summary>Finds the verb, runs it, and turns its outcome into an exit code.</summary>
public sealed class CommandRunner(IEnumerable<ICommand> commands)
{
    private static readonly string[] Flags = ["json", "dry-run", "help", "yes", "without-keys", "demo", "no-demo", "generate"];

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (AsksForHelp(words))
        {
            await output.WriteLineAsync(Help(words[0] is "help" or "-h" ? string.Join(' ', words.Skip(1)) : words[0]));
            return 0;
        }

        var command = commands.FirstOrDefault(candidate => Matches(candidate.Verb, words));
        if (command is null)
        {
            await error.WriteLineAsync($"没有“{string.Join(' ', words)}”这个命令。\n{Help(words.Count == 0 ? string.Empty : words[0])}");
            return 2;
        }

        try
        {
            var line = new CommandLine(words.Skip(command.Verb.Split(' ').Length), output, error, Flags);
            return await command.RunAsync(line, stop);
        }
        catch (WrongUsageException problem)
        {
            await error.WriteLineAsync($"{problem.Message}\n用法：bin/unionhall {command.Verb} {command.Arguments}");
            return 2;
        }
        catch (Exception problem) when (problem is BackupRefusedException or VaultException)
        {
            await error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"读写文件时出了问题，没有办成：{FileTrouble.Say(problem)}");
            return 1;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            await error.WriteLineAsync($"没有办成，是程序或者数据库出了问题，请把下面这些交给维护的人：\n{problem}");
            return 1;
        }
    }

    /// <summary>True for help, help VERB and VERB --help, which need no database.</summary>
    public static bool AsksForHelp(IReadOnlyList<string> words) => words is ["help" or "-h", ..] || words.Contains("--help");

    private static bool Matches(string verb, IReadOnlyList<string> words)
    {
        var parts = verb.Split(' ');
        return parts.Length <= words.Count && parts.SequenceEqual(words.Take(parts.Length), StringComparer.Ordinal);
    }

    private string Help(string start) => "命令：\n" + string.Join('\n', commands
        .Where(command => !commands.Any(other => other.Verb.StartsWith(start, StringComparison.Ordinal)) || command.Verb.StartsWith(start, StringComparison.Ordinal))
        .OrderBy(command => command.Verb, StringComparer.Ordinal)
        .Select(command => $"  {command.Verb} {command.Arguments}\n      {command.Summary}"));
}
