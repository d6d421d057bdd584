using System.ComponentModel.DataAnnotations;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Clocks;
using UnionHall.Text;

namespace UnionHall.Requests.ResumeClock;

internal sealed class ResumeClockForm
{
    [Required(ErrorMessage = "写一句为什么，职工要看的。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    /// <summary>Why a number of a person may stand in the reason.</summary>
    public string? Why { get; set; }

    public uint? Seen { get; set; }
}

/// <summary>Lets the clocks run again before their date; of a deferral that is 销账.</summary>
internal sealed class ResumeClockHandler(RequestDesk desk, ClockDesk clocks, EntryLimits limits)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, ResumeClockForm form, CancellationToken stop)
    {
        var reason = PlainText.Clean(form.Reason);
        return limits.SendRefusal(reason, form.Why, nameof(form.Reason), nameof(form.Why)) ?? await desk.ActAsync(
            Act.ResumeClock, actor, reference, form.Seen,
            async request => limits.Keep(request, request.Resume(reason, await clocks.CalendarAsync(stop), actor, clocks.Now), reason, form.Why, actor), stop);
    }
}
