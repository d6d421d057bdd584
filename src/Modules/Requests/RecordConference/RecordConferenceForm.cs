using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.RecordConference;

internal sealed class RecordConferenceForm : EntryForm
{
    [Required(ErrorMessage = "哪天开的还没填。")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "谁参加还没写。")]
    [StringLength(1000, ErrorMessage = "最多 1,000 个字。")]
    public string? Participants { get; set; }

    [Required(ErrorMessage = "分工还没写。")]
    [StringLength(2000, ErrorMessage = "最多 2,000 个字。")]
    public string? Tasks { get; set; }
}
