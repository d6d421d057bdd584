using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>Words of the desk with files: an answer, a note or a question. How long and how many: <see cref="EntryLimits"/>.</summary>
internal class EntryForm : IValidatableObject
{
    [Required(ErrorMessage = "写一句再发。")]
    public string Text { get; set; } = "";

    /// <summary>Files that went up one by one.</summary>
    public List<Guid> Files { get; set; } = [];

    /// <summary>Files of a browser without scripts.</summary>
    public List<IFormFile> Uploads { get; set; } = [];

    /// <summary>Why a number of a person may go out in it.</summary>
    public string? Why { get; set; }

    /// <summary>The version of the request the writer saw.</summary>
    public uint? Seen { get; set; }

    public string Words => PlainText.Clean(Text);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Words.Length == 0)
        {
            yield return new ValidationResult("写一句再发。", [nameof(Text)]);
        }
    }
}
