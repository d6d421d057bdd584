using System.ComponentModel.DataAnnotations;
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
internal sealed class SetUrgencyHandler(RequestDesk desk, ClockDesk clocks)
{
    private static readonly Refusal Missing = new("urgency-missing", "选一下紧急程度。", nameof(SetUrgencyForm.Urgency));

    public async Task<Result> HandleAsync(Actor actor, string reference, SetUrgencyForm form, CancellationToken stop) =>
        EnumText.TryParse<Urgency>(form.Urgency) is { } urgency
            ? await desk.ActAsync(Act.SetUrgency, actor, reference, form.Seen, request => SetAsync(request, urgency, PlainText.Clean(form.Reason), actor, stop), stop)
            : Missing;

    private async Task<Result> SetAsync(Request request, Urgency urgency, string reason, Actor actor, CancellationToken stop)
    {
        var rule = (await clocks.RulesAsync(stop)).Handling(request.MatterType, urgency);
        return request.SetUrgency(urgency, rule?.Limit ?? request.Term.Limit, reason, await clocks.CalendarAsync(stop), actor, clocks.Now);
    }
}
