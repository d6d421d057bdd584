using System.Text.RegularExpressions;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.AddNote;

/// <summary>Reads whom a note names: those who were ticked, and every @ in its text. Only who may see the case can be named.</summary>
internal sealed partial class Mentioned(CasePeople people)
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<AccountId>>> ReadAsync(Request request, AddNoteForm form, AccountId? writer, CancellationToken stop)
    {
        if (form.Mentions.Count == 0 && !form.Words.Contains('@', StringComparison.Ordinal) && !form.Words.Contains('＠', StringComparison.Ordinal))
        {
            return new Result<IReadOnlyList<AccountId>>([], null);
        }

        var known = await people.OfAsync(request, stop);
        var named = new HashSet<AccountId>();
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
                return new Refusal("mention-outside", $"“@{after[..Math.Min(after.Length, 4)]}”提不到：没有这位同志，或者他看不到这件。能看这件的在下面“提到谁”里。", nameof(form.Text));
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
            : new Result<IReadOnlyList<AccountId>>([.. named.Where(one => one != writer)], null);
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.])[@＠](?<name>[\p{L}·]{2,12})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();
}
