using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.RecordConference;

/// <summary>Keeps the notes of a case conference.</summary>
internal sealed class RecordConferenceHandler(RequestDesk desk, RequestsDb db, TimeProvider clock)
{
    private static readonly Refusal Day = new("held-on", "要填今天或以前一年内的一天。", nameof(RecordConferenceForm.HeldOn));

    private static readonly Refusal NoPeople = new("participants-missing", "谁参加还没写。", nameof(RecordConferenceForm.Participants));

    private static readonly Refusal NoTasks = new("tasks-missing", "分工还没写。", nameof(RecordConferenceForm.Tasks));

    public async Task<Result> HandleAsync(Actor actor, string reference, RecordConferenceForm form, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var (people, tasks) = (PlainText.Clean(form.Participants), PlainText.Clean(form.Tasks));
        return form.HeldOn is not { } day || day > today || day < today.AddYears(-1) ? Day
            : people.Length == 0 ? NoPeople
            : tasks.Length == 0 ? NoTasks
            : await desk.ActAsync(Act.Confer, actor, reference, form.Seen, request => Task.FromResult(Confer(request, new ConferenceNotes(day, people, form.Words, tasks), actor)), stop);
    }

    private Result Confer(Request request, ConferenceNotes notes, Actor actor)
    {
        var held = request.Confer(notes, actor, clock.GetUtcNow());
        if (held.Value is { } conference)
        {
            db.Conferences.Add(conference);
        }

        return held;
    }
}
