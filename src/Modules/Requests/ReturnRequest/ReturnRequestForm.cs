using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.ReturnRequest;

internal sealed class ReturnRequestForm : WordsForm
{
    /// <summary>The name or code of the unit where it should go.</summary>
    public string? Right { get; set; }

    public string? RightWords => PlainText.SingleLine(Right) is { Length: > 0 } words ? words : null;
}
