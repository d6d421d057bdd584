using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.DecideClock;

internal sealed class DecideClockForm
{
    public Guid Ask { get; set; }

    /// <summary>yes or no.</summary>
    [Required(ErrorMessage = "选一下同意还是不同意。")]
    public string? Answer { get; set; }

    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    public uint? Seen { get; set; }
}
