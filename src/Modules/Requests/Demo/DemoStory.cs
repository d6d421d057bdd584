using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Demo;

/// <summary>Takes one demo request through the real verbs, at times spread over its age, until it stands where its line says.</summary>
internal sealed class DemoStory(DemoRequest line, Request request, IReadOnlyList<UnitSummary> lineage, Func<UnitId, Role, Actor> someoneAt, DateTimeOffset now)
{
    private static readonly TimeSpan ConfirmWindow = TimeSpan.FromDays(7);
    private readonly Actor worker = new(null, line.Visibility == Visibility.Named && line.Name is not null ? line.Name : "职工", []);
    private DateTimeOffset at = request.SubmittedAt;

    public void Play()
    {
        switch (line.State)
        {
            case "submitted":
                return;
            case "withdrawn":
                Check(request.Withdraw(line.Comment, worker, Later(20)));
                return;
            case "answered":
                Reply(line.Reply!);
                Finish();
                return;
            case "declined":
                Check(request.Decline(line.Reply!, someoneAt(request.CurrentUnit, Role.Dispatcher), Later(4)));
                return;
        }

        Handle();
    }

    private void Handle()
    {
        Dispatch();
        if (line.State == "dispatched")
        {
            return;
        }

        if (request.State is RequestState.Submitted or RequestState.Dispatched)
        {
            Check(request.Acknowledge(Handler(), Later(3)));
        }

        foreach (var note in line.Notes)
        {
            request.AddNote(note, Handler(), Later(5));
        }

        if (line.Question is { } question)
        {
            Check(request.Ask(question, Handler(), Later(6)));
            if (line.State == "asked")
            {
                return;
            }

            Check(request.Answer(line.WorkerAnswer ?? "知道了，就是上面说的情况。", worker, Later(12)));
        }

        if (line.State is "acknowledged" or "asked")
        {
            return;
        }

        Reply(line.Reply!);
        Finish();
    }

    private void Dispatch()
    {
        var below = lineage.TakeWhile(unit => unit.UnitId != request.CurrentUnit).LastOrDefault(unit => unit.Kind is not (UnitKind.Team or UnitKind.Branch));
        if (below is null)
        {
            return;
        }

        var moment = Later(3);
        var due = request.SubmittedAt + ((request.DueAt - request.SubmittedAt) * 0.8);
        Check(request.Dispatch(below.UnitId, HopTerm.Until(moment, due), line.Instruction, someoneAt(request.CurrentUnit, Role.Dispatcher), moment));
    }

    private void Reply(string text)
    {
        var moment = Later(30);
        Check(request.Reply(text, moment + ConfirmWindow, Handler(), moment));
    }

    private void Finish()
    {
        if (line.SecondReply is { } second)
        {
            Dispute(line.Notes.LastOrDefault() ?? "还是没有解决");
            Check(request.Acknowledge(Handler(), Later(4)));
            Reply(second);
        }

        if (line.State == "disputed")
        {
            Dispute(line.Comment ?? "还没有解决");
        }
        else if (line.State is "closed" || (line.State == "answered" && line.Solved == true))
        {
            End();
        }
    }

    private void End()
    {
        if (line.Solved == false)
        {
            Dispute(line.Comment ?? "没有解决");
            Check(request.Close("我们又核实了一遍，眼下只能做到这一步。原因和下一步的路都写在上面的答复里，有新情况随时再说。", Handler(), Later(20)));
            return;
        }

        Check(request.ConfirmSolved(line.Rating, line.Comment, worker, Later(18)));
    }

    private void Dispute(string reason)
    {
        var above = lineage.SkipWhile(unit => unit.UnitId != request.CurrentUnit).Skip(1).FirstOrDefault()?.UnitId ?? request.CurrentUnit;
        var moment = Later(16);
        Check(request.Dispute(above, HopTerm.Until(moment, moment.AddDays(2)), reason, worker, moment));
    }

    private Actor Handler() => someoneAt(request.CurrentUnit, Role.Handler);

    /// <summary>A while later, but never more than two fifths of the time that is left until now.</summary>
    private DateTimeOffset Later(double hours)
    {
        var left = now - at;
        var step = TimeSpan.FromHours(hours);
        return at += step < left * 0.4 ? step : left * 0.4;
    }

    private static void Check(Result result)
    {
        if (result.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"A demo request breaks a rule: {refusal.Code}.");
        }
    }
}
