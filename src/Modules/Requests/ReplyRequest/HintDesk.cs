using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>What is to be said of an answer to a request: it is held against what the worker said since the last answer.</summary>
internal sealed class HintDesk(RequestsDb db, TimeProvider clock)
{
    private const string Articles = "/desk/knowledge/";
    private static readonly TimelineKind[] Said = [TimelineKind.Answered, TimelineKind.Supplemented, TimelineKind.Disputed, TimelineKind.Reopened, TimelineKind.Reworked];

    /// <param name="sources">What was put in, as "address title".</param>
    public async Task<ReplyHints> OfAsync(RequestId id, string reply, bool hasFiles, IReadOnlyCollection<string> sources, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().Where(row => row.Id == id).Select(row => new { row.Words, row.Visibility, row.Joined }).SingleAsync(stop);
        var hints = ReplyHints.Of(await LetterAsync(id, request.Words, stop), reply, new Readership(request.Visibility != Visibility.Named, request.Joined > 0), hasFiles, ChinaTime.Today(clock));
        return hints with { All = [.. hints.All, .. await InternalAsync(sources, stop)] };
    }

    /// <summary>Articles for the staff only whose words were put in.</summary>
    private async Task<IEnumerable<ReplyHint>> InternalAsync(IReadOnlyCollection<string> sources, CancellationToken stop)
    {
        var put = sources.Where(source => source.StartsWith(Articles, StringComparison.Ordinal)).Select(source => source[Articles.Length..].Split(' ', 2))
            .Where(parts => parts.Length == 2 && Guid.TryParse(parts[0], out _)).DistinctBy(parts => parts[0]).ToDictionary(parts => Guid.Parse(parts[0]), parts => parts[1]);
        Guid[] keys = [.. put.Keys];
        var inside = keys.Length == 0 ? [] : await db.Articles.AsNoTracking().Where(row => keys.Contains(row.Id) && row.Audience != ArticleAudience.Everybody).Select(row => row.Id).ToListAsync(stop);
        return inside.Select(key => ReplyHint.Of("internal", key.ToString(), $"“{put[key]}”是内部的知识，写给同志看的。换成职工用得上的话，内部的说法去掉。"));
    }

    /// <summary>His words since the last answer; all of them where he said nothing since.</summary>
    private async Task<string> LetterAsync(RequestId id, string words, CancellationToken stop)
    {
        var story = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == id && entry.Text != null && (entry.Kind == TimelineKind.Replied || Said.Contains(entry.Kind)))
            .OrderBy(entry => entry.Id).Select(entry => new { entry.Kind, entry.Text }).ToListAsync(stop);
        var answered = story.FindLastIndex(entry => entry.Kind == TimelineKind.Replied);
        var since = story.Skip(answered + 1).Select(entry => entry.Text!).ToList();
        return string.Join('\n', answered < 0 || since.Count == 0 ? [words, .. story.Where(entry => entry.Kind != TimelineKind.Replied).Select(entry => entry.Text!)] : since);
    }
}
