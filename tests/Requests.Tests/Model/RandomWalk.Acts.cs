using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Tests.Clocks;

namespace UnionHall.Requests.Tests.Model;

/// <summary>What the desk, the clocks and the worker do.</summary>
internal sealed partial class RandomWalk
{
    private IEnumerable<(string, Action)> Desk()
    {
        yield return ("dispatch", () =>
        {
            var (to, hours) = (Unit, Hours);
            Check("dispatch", model.IsWorked && to != model.Unit && model.Fits(now, hours) && !model.ReturnWaits, () => request.Dispatch(to, Term(hours), null, Someone, now), () =>
            {
                model.Top.Signed = true;
                model.Push(to, now, hours, isSent: true);
                model.State = RequestState.Dispatched;
            });
        }
        );
        yield return ("acknowledge", () => Check(
            "acknowledge", model.State is RequestState.Submitted or RequestState.Dispatched or RequestState.Disputed, () => request.Acknowledge(Someone, now), () => Sign(RequestState.Acknowledged)));
        yield return ("assign", () => Check("assign", model.IsOpen, () => request.Assign(new AccountId(Guid.CreateVersion7()), "李敏", Someone, now), null));
        yield return ("ask", () => Check("ask", model.IsWorked, () => request.Ask("哪一台？", Someone, now), () => Sign(RequestState.Asked)));
        yield return ("reply", () => Check("reply", model.IsOpen && model.Beside.Count == 0, () => request.Reply("修好了", now.AddHours(100), Someone, now), () =>
        {
            model.Leave(RequestState.Replied);
            (model.Answered, model.ConfirmBy) = (true, now.AddHours(100));
        }));
        yield return ("decline", () => Check(
            "decline", model.MayDecline, () => request.Decline("找社保局", Someone, now), () => model.Leave(RequestState.Declined)));
        yield return ("close", () => Check(
            "close", model.InDispute && model.Leads.Count == 1 && model.Beside.Count == 0, () => request.Close("到此为止", Someone, now), () => model.Leave(RequestState.Closed)));
        yield return ("close silent", () => Check(
            "close silent", model.State == RequestState.Replied && model.ConfirmBy <= now, () => request.CloseSilent(GivenClock.Sweeper, now), () => model.Leave(RequestState.Closed)));
        yield return ("hand on", () =>
        {
            var to = Unit;
            Check("hand on", !model.HasEnded && to != model.Unit, () => request.HandOn(to, false, Someone, now), () =>
            {
                model.Unit = to;
                if (model.IsOpen || model.State == RequestState.Merged)
                {
                    (model.Top.Unit, model.Top.ReturnAsked, model.Top.ReturnWaits) = (to, false, false);
                }
            });
        }
        );
    }

    private IEnumerable<(string, Action)> Clocks()
    {
        yield return ("pause", () =>
        {
            var (defers, until) = (random.Next(2) == 0, now.AddHours(random.Next(1, 200)));
            var isLegal = model.IsOpen && model.Pause is null && (defers || model.Next >= now) && ChinaTime.DateOf(until) > ChinaTime.DateOf(now);
            Check("pause", isLegal, () => Granted(new ClockWish(defers ? ClockAskKind.Deferral : ClockAskKind.Pause, null, until, "r", "e")), () =>
            {
                model.Pause = (now, until);
                model.Rework();
            });
        }
        );
        yield return ("extend", () =>
        {
            var hours = random.Next(0, 30);
            var isLegal = model.PromiseRuns && model.Pause is null && model.Next >= now && model.Extensions == 0 && hours is > 0 and <= 24;
            Check("extend", isLegal, () => Granted(new ClockWish(ClockAskKind.Extension, hours, null, "r", "e")), () => model.Extend(hours));
        }
        );
        yield return ("resume", () => Check("resume", model.Pause is not null, () => request.Resume("r", GivenClock.Calendar, Someone, now), () => model.Resume(now)));
        yield return ("urgency", () =>
        {
            var (urgency, hours) = ((Urgency)random.Next(1, 5), random.Next(1, 200));
            var turnsGreen = model.PromiseRuns && model.Due < now && Start.AddHours(hours) > model.Due;
            Check("urgency", model.IsOpen && urgency != model.Urgency && model.Pause is null && !turnsGreen, () => request.SetUrgency(urgency, new Limit(hours, LimitUnit.Hours), "r", GivenClock.Calendar, Someone, now), () =>
            {
                model.Urgency = urgency;
                model.TakeLimit(hours, now);
            });
        }
        );
        yield return ("contact", () => Check("contact", model.IsOpen, () => request.Contacted("电话", "约好了", true, Someone, now), null));
        yield return ("sweep", Sweep);
    }

    /// <summary>A pause ends at its date; a hop that is late too long goes up.</summary>
    private void Sweep()
    {
        Check("sweep", true, () =>
        {
            request.Sweep(GivenClock.Calendar, GivenClock.Sweeper, now);
            return Result.Done;
        }, () =>
        {
            if (model.Pause is { } pause && pause.Until < now)
            {
                model.Resume(now);
            }
        });
        if (request.IsToEscalate(LateDays, GivenClock.Calendar, now))
        {
            (model.IsOpen && model.Pause is null && model.Top.Due < now).ShouldBeTrue();
            Escalate("escalate late", Tree.First(unit => unit != model.Unit), 1);
        }
    }

    private IEnumerable<(string, Action)> WorkersOwn()
    {
        yield return ("answer", () => Check("answer", model.State == RequestState.Asked, () => request.Answer("那一台", Worker, now), () =>
            model.State = model.Top.Signed ? RequestState.Acknowledged : RequestState.Dispatched));
        yield return ("supplement", () => Check("supplement", !model.HasEnded, () => request.Supplement("还有", Worker, now), null));
        yield return ("solved", () => Check("solved", model.State == RequestState.Replied, () => request.ConfirmSolved(Rating.Satisfied, null, Worker, now), () =>
        {
            model.Leave(RequestState.Closed);
            model.Rating = Rating.Satisfied;
        }));
        for (var often = 0; often < 3; often++)
        {
            yield return ("dispute", () =>
            {
                var (above, hours) = (Unit, random.Next(1, 60));
                Check("dispute", model.State == RequestState.Replied, () => request.Dispute(above, Term(hours), "还是坏的", Worker, now), () =>
                {
                    (model.Disputes, model.State, model.Rating) = (model.Disputes + 1, RequestState.Disputed, null);
                    model.Push(above, now, hours, isSent: false);
                });
            }
            );
        }

        yield return ("withdraw", () => Check("withdraw", !model.HasEnded, () => request.Withdraw(null, Worker, now), () => model.Leave(RequestState.Withdrawn)));
        yield return ("reopen", () =>
        {
            var (to, hours) = (Unit, random.Next(1, 60));
            Check("reopen", model.State == RequestState.Closed, () => request.Reopen("又有了新情况", to, Term(hours), Worker, now), () =>
            {
                (model.Reopens, model.State, model.Rating) = (model.Reopens + 1, RequestState.Dispatched, null);
                model.Push(to, now, hours, isSent: false);
            });
        }
        );
        for (var often = 0; often < 2; often++)
        {
            yield return ("rework", () =>
            {
                var (to, hours) = (Unit, random.Next(1, 60));
                Check("rework", model.State == RequestState.Closed, () => request.Redo(to, Term(hours), "回访说没解决", Someone, now), () =>
                {
                    var goesUp = model.Disputes + model.Reworks > 0;
                    (model.Reworks, model.Disputes, model.Reworked) = (model.Reworks + 1, model.Disputes + (goesUp ? 1 : 0), model.Reworked || !goesUp);
                    (model.State, model.Rating) = (goesUp ? RequestState.Disputed : RequestState.Dispatched, null);
                    model.Push(to, now, hours, isSent: false);
                });
            }
            );
        }

        yield return ("worker chase", () => Check(
            "worker chase", model.IsOpen && model.State != RequestState.Asked && !(model.WorkerChased?.AddHours(ChaseHours) > now), () => request.WorkerChase(ChaseHours, Worker, now),
            () => (model.Chases, model.WorkerChased) = (model.Chases + 1, now)));
    }
}
