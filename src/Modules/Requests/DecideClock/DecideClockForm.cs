using System.ComponentModel.DataAnnotations;

namespace UnionHall.Requests.DecideClock;

internal sealed class DecideClockForm
{
    public Guid Ask { get; set; }

    /// <summary>yes or no.</summary>
    [Required(ErrorMessage = "选一下同意还是不同意。")]
    public string? Answer { get; set; }

    [StringLength(1000, ErrorMessage = "最多 1,000 个字。")]
    public string? Reason { get; set; }

    public uint? Seen { get; set; }
}
