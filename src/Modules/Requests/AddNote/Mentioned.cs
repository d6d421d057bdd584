using System.Text.RegularExpressions;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AddNote;

/// <summary>Whom a note names, and the names in its text that reach nobody.</summary>
internal sealed record Named(IReadOnlyList<AccountId> Accounts, IReadOnlyList<string> Missed)
{
    public static readonly Named Nobody = new([], []);
}

/// <summary>
/// Reads whom a note names: those who were ticked, and every @ in its text. Only who may see the case can be named; a name that reaches
/// nobody, such as one that is quoted, holds no note back.
/// </summary>
internal sealed partial class Mentioned(CasePeople people)
{
    private const int Most = 20;

    public async Task<Result<Named>> ReadAsync(Request request, AddNoteForm form, AccountId? writer, CancellationToken stop)
    {
        if (form.Mentions.Count == 0 && !form.Words.Contains('@', StringComparison.Ordinal) && !form.Words.Contains('＠', StringComparison.Ordinal))
        {
            return Named.Nobody;
        }

        var known = await people.OfAsync(request, stop);
        var (named, missed) = (new HashSet<AccountId>(), new List<string>());
        foreach (var ticked in form.Mentions.Distinct())
        {
            if (known.All(one => one.Account.Value != ticked))
            {
                return new Refusal("mention-outside", "勾选的同志现在看不到这件，去掉再记。", nameof(form.Text));
            }

            named.Add(new AccountId(ticked));
        }

        foreach (var after in At().Matches(form.Words).Select(match => match.Groups["name"].Value))
        {
            var longest = known.Where(one => after.StartsWith(one.Name, StringComparison.Ordinal)).GroupBy(one => one.Name).MaxBy(one => one.Key.Length)?.ToList() ?? [];
            if (longest.Count == 0)
            {
                missed.Add("@" + after[..Math.Min(after.Length, 4)]);
                continue;
            }

            if (longest.Count > 1 && !longest.Exists(one => named.Contains(one.Account)))
            {
                return new Refusal("mention-several", $"叫“{longest[0].Name}”的有 {longest.Count} 位（{string.Join('、', longest.Select(one => one.Unit))}），在下面“提到谁”里勾一位。", nameof(form.Text));
            }

            if (longest.Count == 1)
            {
                named.Add(longest[0].Account);
            }
        }

        return named.Count > Most
            ? new Refusal("mention-many", $"一次最多提到 {Most} 位。", nameof(form.Text))
            : new Named([.. named.Where(one => one != writer)], [.. missed.Distinct(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.])[@＠](?<name>[\p{L}·]{2,12})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();
}
