using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.DecideReturn;

internal sealed class DecideReturnForm
{
    /// <summary>yes or no.</summary>
    [Required(ErrorMessage = "选一下同意还是不同意。")]
    public string? Answer { get; set; }

    public string? Right { get; set; }

    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Text { get; set; }

    public uint? Seen { get; set; }

    public string? RightWords => PlainText.SingleLine(Right) is { Length: > 0 } words ? words : null;

    public string? Words => PlainText.Clean(Text) is { Length: > 0 } words ? words : null;
}
