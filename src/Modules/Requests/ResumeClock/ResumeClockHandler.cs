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

    public uint? Seen { get; set; }
}

/// <summary>Lets the clocks run again before their date; of a deferral that is 销账.</summary>
internal sealed class ResumeClockHandler(RequestDesk desk, ClockDesk clocks)
{
    public Task<Result> HandleAsync(Actor actor, string reference, ResumeClockForm form, CancellationToken stop) => desk.ActAsync(
        Act.ResumeClock, actor, reference, form.Seen,
        async request => request.Resume(PlainText.Clean(form.Reason), await clocks.CalendarAsync(stop), actor, clocks.Now), stop);
}
