using System.ComponentModel.DataAnnotations;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.SetUrgency;

internal sealed class SetUrgencyForm
{
    [Required(ErrorMessage = "选一下紧急程度。")]
    public string? Urgency { get; set; }

    [Required(ErrorMessage = "写一句为什么。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    public uint? Seen { get; set; }
}

/// <summary>Gives a request another urgency and the limit of the rules that goes with it.</summary>
internal sealed class SetUrgencyHandler(RequestDesk desk, ClockDesk clocks, UnitDirectory units)
{
    private static readonly Refusal Missing = new("urgency-missing", "选一下紧急程度。", nameof(SetUrgencyForm.Urgency));

    public async Task<Result> HandleAsync(Actor actor, string reference, SetUrgencyForm form, CancellationToken stop) =>
        EnumText.TryParse<Urgency>(form.Urgency) is { } urgency
            ? await desk.ActAsync(Act.SetUrgency, actor, reference, form.Seen, request => SetAsync(request, urgency, PlainText.Clean(form.Reason), actor, stop), stop)
            : Missing;

    private async Task<Result> SetAsync(Request request, Urgency urgency, string reason, Actor actor, CancellationToken stop)
    {
        var rule = (await clocks.RulesAsync(stop)).Handling(request.MatterType, urgency);
        var (limit, calendar) = (rule?.Limit ?? request.Term.Limit, await clocks.CalendarAsync(stop));
        return request.State != RequestState.Submitted && request.IsLooser(limit, calendar) && !await IsAboveAsync(actor, request, stop)
            ? ClockRefusals.LooserFromAbove
            : request.SetUrgency(urgency, limit, reason, calendar, actor, clocks.Now);
    }

    /// <summary>Who has the work does not give himself more time by another name; sorting what came in is no such thing.</summary>
    private async Task<bool> IsAboveAsync(Actor actor, Request request, CancellationToken stop) =>
        actor.MayDo(Act.DecideClock, request.State, request.CurrentUnit, [.. (await units.LineageAsync(request.CurrentUnit, stop)).Select(unit => unit.UnitId)]);
}
