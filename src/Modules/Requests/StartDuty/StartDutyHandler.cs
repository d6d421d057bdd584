using System.ComponentModel.DataAnnotations;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ReadClock;

namespace UnionHall.Requests.StartDuty;

internal sealed class StartDutyForm
{
    [Required(ErrorMessage = "选一下什么事。")]
    public Guid? Rule { get; set; }

    [Required(ErrorMessage = "从哪天算起还没填。")]
    public DateOnly? From { get; set; }

    public uint? Seen { get; set; }
}

/// <summary>Starts the clock of a duty beside the handling, such as the written answer of an employer.</summary>
internal sealed class StartDutyHandler(RequestDesk desk, RequestsDb db, ClockDesk clocks)
{
    public Task<Result> HandleAsync(Actor actor, string reference, StartDutyForm form, CancellationToken stop) =>
        desk.ActAsync(Act.Duty, actor, reference, form.Seen, request => StartAsync(request, form, actor, stop), stop);

    private async Task<Result> StartAsync(Request request, StartDutyForm form, Actor actor, CancellationToken stop)
    {
        var book = await clocks.RulesAsync(stop);
        if (ClockQuery.StartableOf(book, request.MatterType).FirstOrDefault(rule => rule.Id == form.Rule) is not { } rule)
        {
            return new Refusal("rule-missing", "选一下什么事。", nameof(form.Rule));
        }

        if (form.From is not { } from || from > book.Day || from < book.Day.AddYears(-2))
        {
            return new Refusal("from", "要填今天或以前两年内的一天。", nameof(form.From));
        }

        db.Duties.Add(request.StartDuty(rule, ChinaTime.StartOf(from), await clocks.CalendarAsync(stop), actor, clocks.Now));
        return Result.Done;
    }
}
