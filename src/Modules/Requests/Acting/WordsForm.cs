using System.ComponentModel.DataAnnotations;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>A few words of the desk on an act of its own: why, what for, how it ended.</summary>
internal class WordsForm : IValidatableObject
{
    [Required(ErrorMessage = "写一句再办。")]
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string Text { get; set; } = "";

    /// <summary>The version of the request the writer saw.</summary>
    public uint? Seen { get; set; }

    public string Words => PlainText.Clean(Text);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Words.Length == 0)
        {
            yield return new ValidationResult("写一句再办。", [nameof(Text)]);
        }
    }
}
