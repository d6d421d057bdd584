using UnionHall.Platform;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Catalogue;

/// <summary>Reads the checklist of a service as typed: one item a line, “办结：” before those that are due only before the end.</summary>
internal static class CheckReader
{
    public const string BeforeEnd = "办结：";

    private const int Most = 10;
    private const int LabelMost = 40;

    public static (IReadOnlyList<ServiceCheck> Checks, Refusal? Refused) Read(string? typed)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select(PlainText.SingleLine).Where(line => line.Length > 0)
            .Select(line => line.Replace("办结:", BeforeEnd, StringComparison.Ordinal)).ToList();
        var checks = lines.Select(line => line.StartsWith(BeforeEnd, StringComparison.Ordinal) ? ServiceCheck.Of(line[BeforeEnd.Length..].Trim(), beforeEnd: true) : ServiceCheck.Of(line, beforeEnd: false)).ToList();
        var wrong = checks.Count > Most ? $"清单最多 {Most} 项。"
            : checks.Exists(check => check.Label.Length == 0) ? "“办结：”后面没写要办什么。"
            : checks.Find(check => PlainText.CountCodePoints(check.Label) > LabelMost) is { } long40 ? $"“{PlainText.Excerpt(long40.Label, 12)}”太长，一项最多 {LabelMost} 个字。"
            : checks.GroupBy(check => check.Key).FirstOrDefault(same => same.Skip(1).Any()) is { } twice ? $"“{twice.First().Label}”写了两遍，留一个。"
            : null;
        return wrong is null ? (checks, null) : ([], new Refusal("checks", wrong, nameof(ServiceForm.Checks)));
    }

    public static string Show(IEnumerable<ServiceCheck> checks) => string.Join('\n', checks.Select(check => (check.BeforeEnd ? BeforeEnd : "") + check.Label));
}
