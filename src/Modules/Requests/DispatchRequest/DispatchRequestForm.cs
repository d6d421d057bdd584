using System.ComponentModel.DataAnnotations;
using UnionHall.Text;

namespace UnionHall.Requests.DispatchRequest;

/// <summary>To whom, until when, and what they should know.</summary>
internal sealed class DispatchRequestForm
{
    [Required(ErrorMessage = "选一个单位再派。")]
    public Guid? Unit { get; set; }

    /// <summary>Working days from now; 0 is the day promised to the worker.</summary>
    [Range(0, 60, ErrorMessage = "期限在 1 到 60 个工作日之间。")]
    public int Days { get; set; }

    public string? Instruction { get; set; }

    public uint? Seen { get; set; }

    public string? Words => PlainText.Clean(Instruction) is { Length: > 0 } words ? words : null;
}
