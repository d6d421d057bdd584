using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Calling;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Sampling;

namespace UnionHall.Requests.SayFeedback;

/// <summary>What the worker's word does to the follow-up of the round. The caller saves.</summary>
internal sealed class FollowUpWord(RequestsDb db, ReworkDesk reworks, FollowUpDraw draw, TimeProvider clock)
{
    /// <param name="contacted">Asked only where his own page asks in place of a caller.</param>
    public async Task TakeAsync(Request request, FollowUp? followUp, Said said, HeardContact? contacted, Actor worker, CancellationToken stop)
    {
        if (followUp is { IsOpen: true, Means: FollowUpMeans.OwnPage } && !request.IsMerged)
        {
            await AnswerAsync(request, followUp, new Heard(contacted!.Value, said.Solved!.Value, said.Rating!.Value, null, said.Words), worker, stop);
        }
        else if (said.Solved is HeardSolved.Unsolved or HeardSolved.Partly)
        {
            await DisputeAsync(request, followUp, stop);
        }
    }

    private async Task AnswerAsync(Request request, FollowUp followUp, Heard heard, Actor worker, CancellationToken stop)
    {
        db.Attempts.Add(followUp.Answer(heard, worker, clock.GetUtcNow()).Value!);
        if (heard.Solved != HeardSolved.Solved)
        {
            await reworks.RedoAsync(followUp, request, heard.Remarks, worker, stop);
        }
    }

    /// <summary>Somebody asks him first, or now, or once more; of what is handled under another, at its head.</summary>
    private async Task DisputeAsync(Request request, FollowUp? followUp, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        followUp?.Hasten(now);
        var matter = request.HeadId is { } head ? await db.Requests.SingleAsync(row => row.Id == head, stop) : request;
        if (matter is { State: RequestState.Closed, Source: null } && (followUp is null || (followUp.MayAskAgain && followUp.Round == matter.Round))
            && await draw.DrawAsync(matter, FollowUpReason.Disputed, now, stop) is { } drawn)
        {
            followUp?.AskAgain(drawn, now);
            if (followUp is null)
            {
                db.FollowUps.Add(drawn);
            }
        }
    }
}
