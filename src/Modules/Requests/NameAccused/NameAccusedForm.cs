using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Intake;
using UnionHall.Text;

namespace UnionHall.Requests.NameAccused;

/// <summary>Whom the request is about after all, whom it is not about, and why.</summary>
internal sealed class NameAccusedForm : IValidatableObject
{
    /// <summary>Names of units and of people, in any words.</summary>
    public string? Who { get; set; }

    /// <summary>Rows to be taken back.</summary>
    public List<Guid> Remove { get; set; } = [];

    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    /// <summary>The version of the request the writer saw.</summary>
    public uint? Seen { get; set; }

    public string Names => PlainText.SingleLine(Who);

    public string Why => PlainText.Clean(Reason);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Why.Length == 0)
        {
            yield return new ValidationResult("写一句为什么，会留痕。", [nameof(Reason)]);
        }

        if (PlainText.CountCodePoints(Names) > NewRequest.AccusedMost)
        {
            yield return new ValidationResult($"最多 {NewRequest.AccusedMost} 个字，只写单位和姓名。", [nameof(Who)]);
        }
    }
}
