using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.DecideReview;

/// <summary>Somebody else, above the measured unit, says whether the round counts.</summary>
internal sealed class DecideReviewHandler(RequestsDb db, RequestDesk desk, Scope scope, UnitDirectory units, EntryLimits limits, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, Guid id, DecideReviewForm form, CancellationToken stop)
    {
        if (await db.Reviews.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } review
            || !await scope.ReachesAsync(actor, review.RequestId, stop, Permission.SuperviseRequests))
        {
            return ReviewRefusals.NotFound;
        }

        var words = PlainText.Clean(form.Words);
        if (form.Granted is not ("yes" or "no"))
        {
            return new Refusal("granted-missing", "选一下：同意还是不同意。", nameof(form.Granted));
        }

        if (words.Length == 0)
        {
            return new Refusal("words-missing", "写一句为什么，申请的单位要看。", nameof(form.Words));
        }

        if (await limits.RefusalAsync(words, nameof(form.Words), stop) is { } tooLong)
        {
            return tooLong;
        }

        if (!await IsAboveAsync(actor, review.UnitId, stop))
        {
            return ReviewRefusals.NotAbove;
        }

        var request = await db.Requests.SingleAsync(row => row.Id == review.RequestId, stop);
        var followUp = await db.FollowUps.SingleOrDefaultAsync(row => row.RequestId == review.RequestId && row.Round == review.Round, stop);
        var result = review.Decide(form.Granted == "yes", words, request, followUp, actor, clock.GetUtcNow());
        return result.Succeeded ? await desk.SaveAsync(actor, stop) : result;
    }

    /// <summary>From above the unit; at the top of the tree at the unit itself.</summary>
    public async Task<bool> IsAboveAsync(Actor actor, UnitId unit, CancellationToken stop)
    {
        var lineage = (await units.LineageAsync(unit, stop)).Select(above => above.UnitId).ToList();
        return lineage.Count > 1
            ? actor.Where(Permission.SuperviseRequests).Any(grant => grant.WholeSubtree && grant.Unit != unit && lineage.Contains(grant.Unit))
            : actor.Can(Permission.SuperviseRequests, unit, lineage);
    }
}
