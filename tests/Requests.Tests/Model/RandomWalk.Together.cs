using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Tests.Clocks;

namespace UnionHall.Requests.Tests.Model;

/// <summary>Under another request, out from under it, and others under this one.</summary>
internal sealed partial class RandomWalk
{
    private static readonly RequestState[] Heads = [RequestState.Submitted, RequestState.Replied, RequestState.Closed, RequestState.Withdrawn, RequestState.Merged];
    private readonly List<Request> joined = [];

    private IEnumerable<(string, Action)> Together()
    {
        for (var often = 0; often < 2; often++)
        {
            yield return ("merge", Merge);
            yield return ("unmerge", () => Check("unmerge", model.State == RequestState.Merged, () => request.Unmerge(random.Next(2) == 0 ? Head(RequestState.Submitted) : null, "不是一件", GivenClock.Calendar, Someone, now), () =>
            {
                (model.State, model.Before) = (model.Before!.Value, null);
                model.Rework();
            }));
        }

        yield return ("take in", TakeIn);
        yield return ("let go", () =>
        {
            if (joined.Count > 0)
            {
                var one = joined[random.Next(joined.Count)];
                joined.Remove(one);
                var isPerson = one.MergedAs == MergeKind.SameMatter;
                Check("let go", true, () => one.Unmerge(request, "不是一件", GivenClock.Calendar, Someone, now), () => (model.Joined, model.People) = (model.Joined - 1, model.People - (isPerson ? 1 : 0)));
            }
        }
        );
    }

    private void Merge()
    {
        var (state, kind) = (Heads[random.Next(Heads.Length)], (MergeKind)random.Next(1, 3));
        var head = random.Next(10) == 0 ? request : Head(state);
        var fits = head != request && (state is RequestState.Submitted or RequestState.Replied || (state == RequestState.Closed && kind == MergeKind.SamePerson));
        var isLegal = model.IsOpen && fits && model.Joined == 0 && !model.InDispute && model.IsFirstTime && model.Pause is null && !model.ReturnWaits && model.Beside.Count == 0;
        Check("merge", isLegal, () => request.MergeInto(head, kind, "同一件", Someone, now), () => (model.Before, model.State) = (model.State, RequestState.Merged));
    }

    /// <summary>Another one comes under this; this one stays what it is.</summary>
    private void TakeIn()
    {
        var (other, kind) = (Head(RequestState.Submitted), (MergeKind)random.Next(1, 3));
        var isLegal = model.IsOpen || model.State == RequestState.Replied || (model.State == RequestState.Closed && kind == MergeKind.SamePerson);
        Check("take in", isLegal, () => other.MergeInto(request, kind, "同一件", Someone, now), () =>
        {
            joined.Add(other);
            model.Joined++;
            model.People += kind == MergeKind.SameMatter ? 1 : 0;
        });
    }

    private Request Head(RequestState state)
    {
        var head = GivenClock.Submitted("2026-09-18 14:20", 2000, LimitUnit.Hours);
        if (state is RequestState.Replied or RequestState.Closed)
        {
            head.Reply("办了", now.AddHours(9), Someone, now).Refusal.ShouldBeNull();
        }

        switch (state)
        {
            case RequestState.Closed: head.ConfirmSolved(null, null, Worker, now).Refusal.ShouldBeNull(); break;
            case RequestState.Withdrawn: head.Withdraw(null, Worker, now).Refusal.ShouldBeNull(); break;
            case RequestState.Merged: head.MergeInto(Head(RequestState.Submitted), MergeKind.SameMatter, "同一件", Someone, now).Refusal.ShouldBeNull(); break;
        }

        return head;
    }
}
