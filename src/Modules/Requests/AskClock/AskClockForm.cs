using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AskClock;

/// <summary>A pause, an extension or a deferral; numbers as text, so that a wrong one can be shown again.</summary>
internal sealed class AskClockForm
{
    [Required(ErrorMessage = "选一下申请什么。")]
    public string? Kind { get; set; }

    public string? Amount { get; set; }

    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "原因还没写，职工要看的。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "凭什么还没写，批的人要看。")]
    [StringLength(500, ErrorMessage = "最多 500 个字。")]
    public string? Evidence { get; set; }

    /// <summary>Why a number of a person may stand in the reason.</summary>
    public string? Why { get; set; }

    public uint? Seen { get; set; }
}
