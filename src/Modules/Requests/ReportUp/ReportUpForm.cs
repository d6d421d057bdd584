using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.ReportUp;

internal sealed class ReportUpForm : EntryForm
{
    /// <summary>result or matter.</summary>
    [Required(ErrorMessage = "选一下报什么。")]
    public string? Kind { get; set; }
}
