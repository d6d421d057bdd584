using System.ComponentModel.DataAnnotations;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests.ReviewArticle;

internal sealed class ReviewArticleForm
{
    [Required(ErrorMessage = "下次哪天复核还没填。")]
    public DateOnly? Next { get; set; }

    /// <summary>What was checked.</summary>
    [StringLength(ReasonText.Most, ErrorMessage = ReasonText.TooLong)]
    public string? Note { get; set; }

    public uint? Seen { get; set; }
}
