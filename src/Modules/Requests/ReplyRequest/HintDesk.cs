using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>What is to be said of an answer to a request: it is held against what the worker said since the last answer.</summary>
internal sealed class HintDesk(RequestsDb db, TimeProvider clock)
{
    private static readonly TimelineKind[] Said = [TimelineKind.Answered, TimelineKind.Supplemented, TimelineKind.Disputed, TimelineKind.Reopened, TimelineKind.Reworked];

    public async Task<ReplyHints> OfAsync(RequestId id, string reply, bool hasFiles, CancellationToken stop)
    {
        var request = await db.Requests.AsNoTracking().Where(row => row.Id == id).Select(row => new { row.Words, row.Visibility, row.Joined }).SingleAsync(stop);
        return ReplyHints.Of(await LetterAsync(id, request.Words, stop), reply, new Readership(request.Visibility != Visibility.Named, request.Joined > 0), hasFiles, ChinaTime.Today(clock));
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
