using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.Following;

/// <summary>
/// What a worker adds to what he said: an open request takes it as it is; one that has ended a short while ago is opened again by it, when
/// it holds something new (接诉即办 Art 11: the same matter without new facts is told its result).
/// </summary>
internal sealed class AddedWords(RequestsDb db, ReworkDesk reworks, RequestSettings settings, TimeProvider clock)
{
    private static readonly Actor FollowUps = Actor.Platform("补充后重新打开");

    /// <summary>Longer ones first: a shorter one may be part of them.</summary>
    private static readonly string[] Thanks =
        ["非常感谢", "谢谢", "感谢", "多谢", "收到", "知道了", "明白了", "好的", "辛苦", "麻烦", "领导", "同志", "工会", "你们", "您们", "大家"];

    private static readonly Actor Joined = Actor.Platform("并案");

    /// <summary>True while new facts may open it again.</summary>
    public async Task<bool> MayReopenAsync(Request request, CancellationToken stop) =>
        request is { State: RequestState.Closed, ClosedAt: { } closed, Source: null } && clock.GetUtcNow() <= closed.AddDays((await settings.InForceAsync(stop)).Same.Days);

    /// <summary>Adds them. The caller attaches files to the entry and saves.</summary>
    public async Task<Result<TimelineEntry>> AddAsync(Request request, string words, Actor worker, CancellationToken stop)
    {
        if (await MayReopenAsync(request, stop))
        {
            return await ReopenAsync(request, words, worker, stop);
        }

        var isNew = request.HeadId is not null && await IsNewAsync(request, words, stop);
        var added = request.Supplement(words, worker, clock.GetUtcNow());
        if (added.Succeeded && isNew && request.HeadId is { } key)
        {
            await WakeAsync(await db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == key, stop), stop);
        }

        return added;
    }

    private async Task<Result<TimelineEntry>> ReopenAsync(Request request, string words, Actor worker, CancellationToken stop) =>
        await IsNewAsync(request, words, stop) ? await OpenAsync(request, words, worker, stop) : MergeRefusals.Nothing;

    /// <summary>True when enough of it he has not said before; thanks are no facts.</summary>
    private async Task<bool> IsNewAsync(Request request, string words, CancellationToken stop)
    {
        var said = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == request.Id && entry.Text != null && TimelineKinds.OfTheWorker.Contains(entry.Kind))
            .Select(entry => entry.Text).ToListAsync(stop);
        var facts = Thanks.Aggregate(words, (text, thanks) => text.Replace(thanks, "，", StringComparison.Ordinal));
        return Likeness.NewShare(facts, [request.Title, request.Words, .. said]) >= (await settings.InForceAsync(stop)).Same.NewPercent;
    }

    private async Task<Result<TimelineEntry>> OpenAsync(Request request, string words, Actor worker, CancellationToken stop)
    {
        var (to, term) = await reworks.NextAsync(request, stop);
        foreach (var asked in await db.FollowUps.Where(row => row.RequestId == request.Id && row.State == FollowUpState.Open).ToListAsync(stop))
        {
            asked.Drop(FollowUps, clock.GetUtcNow());
        }

        return request.Reopen(words, to, term, worker, clock.GetUtcNow());
    }

    /// <summary>What is handled under an ended request brought something: the head is open again, and its worker is not told by whom.</summary>
    private async Task WakeAsync(Request head, CancellationToken stop)
    {
        if (await MayReopenAsync(head, stop))
        {
            await OpenAsync(head, "并在一起办的一件有了新情况。", Joined, stop);
        }
    }
}
