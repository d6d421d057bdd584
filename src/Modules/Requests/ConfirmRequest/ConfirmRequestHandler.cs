using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.SayFeedback;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.ConfirmRequest;

/// <summary>Solved ends it; not solved takes it to a person above the one who answered.</summary>
internal sealed class ConfirmRequestHandler(WorkerDesk desk, HigherUnit higher, UpperUnit upper, ClockDesk clocks, RequestSettings settings, WorkerWordBook book, TimeProvider clock)
{
    private static readonly Actor Rework = Actor.Platform("重办提级");
    private static readonly Actor Problems = Actor.Platform("问题工单");

    public async Task<Result> HandleAsync(Actor actor, string reference, ConfirmRequestForm form, CancellationToken stop)
    {
        var words = PlainText.Clean(form.Words);
        if (RefusalOf(form, words, (await settings.InForceAsync(stop)).WordsMost) is { } refusal)
        {
            return refusal;
        }

        var rating = EnumText.TryParse<Rating>(form.Rating);
        return await desk.ActAsync(
            actor, reference,
            async (request, worker) =>
            {
                await book.KeepAsync(request, new Said(form.Solved == "yes" ? HeardSolved.Solved : HeardSolved.Unsolved, rating, [.. Known(form)], words.Length == 0 ? null : words), "confirm", stop);
                return form.Solved == "yes"
                    ? request.ConfirmSolved(rating, words.Length == 0 ? null : words, worker, clock.GetUtcNow())
                    : await DisputeAsync(request, ReasonOf(form, words), worker, stop);
            },
            stop);
    }

    private async Task<Result> DisputeAsync(Request request, string reason, Actor worker, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var above = await higher.OfAsync(request, stop);
        var numbers = await settings.InForceAsync(stop);
        var term = await clocks.HopAsync(request, new Limit(numbers.DisputeWorkingDays, LimitUnit.WorkingDays), stop);
        var disputed = request.Dispute(above.Unit.UnitId, term, reason, worker, now);
        if (disputed.Succeeded)
        {
            await TakeUpAsync(request, term, numbers.Hops.Reworks, stop);
            request.MarkProblem(numbers.Hops.Problem, Problems, now);
        }

        return disputed;
    }

    /// <summary>Not solved again: it goes one unit higher than the one that decided before.</summary>
    private async Task TakeUpAsync(Request request, HopTerm term, int reworks, CancellationToken stop)
    {
        if (request.Disputes >= reworks
            && request.Orders.Count(order => order.Way is OrderWay.Disputed or OrderWay.Escalated && order.UnitId == request.CurrentUnit) > 1
            && await upper.OfAsync(request, stop) is { } above)
        {
            request.Escalate(above.UnitId, term, $"职工第 {request.Disputes} 次说没解决，再提一级。", Rework, clock.GetUtcNow());
        }
    }

    private static Refusal? RefusalOf(ConfirmRequestForm form, string words, int most) => form switch
    {
        { Solved: not ("yes" or "no") } => new Refusal("solved-missing", "选一下：解决了，还是没解决。", nameof(form.Solved)),
        _ when words.Length > 0 && WorkerWords.Read(words, most, "", nameof(form.Words)).Refusal is { } tooLong => tooLong,
        { Solved: "no" } when words.Length == 0 && !Known(form).Any() => new Refusal("gap-missing", "说说还差在哪里，选一个或写一句都行，接手的人才知道从哪儿看起。", nameof(form.Missing)),
        { Solved: "no" } when words.Length == 0 && Known(form).SequenceEqual([ConfirmRequestForm.Gaps[^1]]) => new Refusal("gap-words", "选了“别的原因”，写一句是什么。", nameof(form.Words)),
        _ => null,
    };

    private static IEnumerable<string> Known(ConfirmRequestForm form) => ConfirmRequestForm.Gaps.Intersect(form.Missing, StringComparer.Ordinal);

    private static string ReasonOf(ConfirmRequestForm form, string words)
    {
        var gaps = string.Join('；', Known(form).Where(gap => words.Length == 0 || gap != ConfirmRequestForm.Gaps[^1]));
        return gaps.Length == 0 ? words : words.Length == 0 ? gaps + "。" : $"{gaps}。\n{words}";
    }
}
