using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.RecordConference;

internal sealed class RecordConferenceForm : WordsForm
{
    [Required(ErrorMessage = "哪天开的还没填。")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "谁参加还没写。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Participants { get; set; }

    [Required(ErrorMessage = "分工还没写。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Tasks { get; set; }
}
