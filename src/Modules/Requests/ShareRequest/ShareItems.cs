using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.ShareRequest;

/// <summary>
/// What of a case can be shown outside, one by one. Who said it is not among them, whatever its visibility; of a report neither are its
/// words nor whom it is about (信访 Art 30).
/// </summary>
internal static class ShareItems
{
    public static IReadOnlyList<ShareItem> Of(CaseView seen)
    {
        var row = seen.Row;
        var isReport = row.MatterType == MatterType.Report;
        List<ShareItem> items = isReport ? [] : [new("title", "标题", row.Title), new("words", "职工的原话", row.Words)];
        items.AddRange(
        [
            new("service", "哪类事", $"{row.MatterType.Chinese()}，{seen.CategoryName}"),
            new("submitted", "哪天说的", Day(row.SubmittedAt)),
            new("due", "答应哪天答复", Day(row.DueAt)),
            new("state", "办到哪一步", row.State.Chinese()),
        ]);
        items.AddRange(isReport ? [] : seen.Answers.Select((answer, at) => new ShareItem($"answer-{at}", answer.Label, answer.Value)));
        if (row.Accused is not null && !isReport)
        {
            items.Add(new ShareItem("accused", "反映的是谁", row.Accused));
        }

        if (seen.WorksAt.Count > 0 && !seen.IsOwnUnit && !isReport)
        {
            items.Add(new ShareItem("works-at", "职工的单位", seen.WorksAt[^1]));
        }

        items.AddRange(seen.Timeline.Where(entry => entry is { Kind: TimelineKind.Replied, Text: not null }).Select(entry => new ShareItem($"reply-{entry.Id:N}", $"{Day(entry.At)}给职工的答复", entry.Text!)));
        return items;
    }

    public static IReadOnlyList<CaseFile> FilesOf(CaseView seen) => seen.Row.MatterType == MatterType.Report ? [] : [.. seen.Files.SelectMany(files => files).OrderBy(file => file.File.Id.Value)];

    public static string Store(IEnumerable<ShareItem> picked) => JsonSerializer.Serialize(picked.Select(item => new GivenAnswer(item.Label, item.Text)), ChangeRecorder.Json);

    private static string Day(DateTimeOffset at) => ChinaTime.DateOf(at).ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record ShareItem(string Key, string Label, string Text);
