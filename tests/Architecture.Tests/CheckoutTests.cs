using System.Text.RegularExpressions;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>What may be committed: nothing that only works on one machine, nothing too long to read.</summary>
public sealed partial class CheckoutTests
{
    private const int LinesToSplitAt = 300;
    private const int LinesOfAModuleReadme = 40;

    // Longer on purpose, each with its reason.
    private static readonly Dictionary<string, string> Long = [];

    [Fact]
    public void NoFileNamesARegistryOrAFolderOfOneMachine() =>
        House.Files(".cs", ".cshtml", ".csproj", ".props", ".targets", ".json", ".mjs", ".js", ".css", ".sh", ".md", ".sql", ".npmrc", ".config", "run", "test", "ci", "dev", "unionhall")
            .SelectMany(path => OneMachine().Matches(House.Read(path)).Select(match => $"{path}: {match.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void NoSourceFileIsTooLongToRead() =>
        House.Files(".cs")
            .Where(path => File.ReadLines(Path.Combine(Repository.Root, path)).Count() > LinesToSplitAt && !Long.ContainsKey(path))
            .ShouldBeEmpty($"look for the split at {LinesToSplitAt} lines");

    [Fact]
    public void EveryProjectIsInTheSolutionAndHasALockFile()
    {
        var solution = House.Read("UnionHall.slnx");
        var projects = House.Files(".csproj").Where(path => !path.StartsWith("bench", StringComparison.Ordinal)).ToList();
        projects.Where(path => !solution.Contains(path, StringComparison.Ordinal)).ShouldBeEmpty("not in UnionHall.slnx");
        projects.Where(path => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "packages.lock.json"))).ShouldBeEmpty("no lock file");
    }

    [Fact]
    public void EveryModuleHasAShortReadme() =>
        House.Modules
            .Select(module => Path.Combine("src", "Modules", module, "README.md"))
            .Where(path => !File.Exists(Path.Combine(Repository.Root, path)) || House.Read(path).Split('\n').Length > LinesOfAModuleReadme + 1)
            .ShouldBeEmpty($"purpose, words, door, tables, events in at most {LinesOfAModuleReadme} lines");

    [Fact]
    public void EveryLinkOfTheDocumentsLeadsSomewhere() =>
        House.Files(".md")
            .SelectMany(path => Link().Matches(House.Read(path)).Select(match => (Path: path, Target: match.Groups["target"].Value)))
            .Where(link => !Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(link.Path)!, link.Target)))
            .Select(link => $"{link.Path}: {link.Target}")
            .ShouldBeEmpty();

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    // Written so that this file does not find itself.
    [GeneratedRegex(@"registry\.npmj[s]|api\.nuge[t]|npmmirro[r]|(?<![\w.-])/(work|root)/(main|wt|shared|\.nuget)\b|/home/[a-z]+/", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OneMachine();

    [GeneratedRegex(@"\]\((?<target>(?!https?:|mailto:|#)[^)#\s]+)(#[^)]*)?\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
