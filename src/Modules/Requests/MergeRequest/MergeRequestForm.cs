using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.MergeRequest;

/// <summary>Under which request this one is to be handled, and why.</summary>
internal sealed class MergeRequestForm : IValidatableObject
{
    /// <summary>A reference, as typed or picked.</summary>
    public string? Target { get; set; }

    /// <summary>The code of a <see cref="MergeKind"/>.</summary>
    public string? Kind { get; set; }

    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Reason { get; set; }

    /// <summary>The version of the request the writer saw.</summary>
    public uint? Seen { get; set; }

    public string Why => PlainText.Clean(Reason);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Why.Length == 0)
        {
            yield return new ValidationResult("写一句为什么是同一件。", [nameof(Reason)]);
        }
    }
}
