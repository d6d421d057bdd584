using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AnswerSide;

internal sealed class AnswerSideForm : EntryForm
{
    /// <summary>result or interim.</summary>
    [Required(ErrorMessage = "选一下交什么。")]
    public string? Kind { get; set; }
}
