using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.ExcludeDuty;

internal sealed class ExcludeDutyForm
{
    [Required(ErrorMessage = "从哪天还没填。")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "到哪天还没填。")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "凭什么还没写。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    public uint? Seen { get; set; }
}

/// <summary>Days that the rule of a duty does not count, such as those of a hearing.</summary>
internal sealed class ExcludeDutyHandler(RequestDesk desk, RequestsDb db, ClockDesk clocks)
{
    public Task<Result> HandleAsync(Actor actor, string reference, Guid duty, ExcludeDutyForm form, CancellationToken stop) =>
        desk.ActAsync(Act.Duty, actor, reference, form.Seen, request => ExcludeAsync(request, duty, form, actor, stop), stop);

    private async Task<Result> ExcludeAsync(Request request, Guid key, ExcludeDutyForm form, Actor actor, CancellationToken stop) =>
        await db.Duties.SingleOrDefaultAsync(duty => duty.Id == key && duty.RequestId == request.Id, stop) is { } duty
            ? request.ExcludeOf(duty, form.From!.Value, form.To!.Value, form.Reason!.Trim(), await clocks.CalendarAsync(stop), actor, clocks.Now)
            : ClockRefusals.AllCounts;
}
