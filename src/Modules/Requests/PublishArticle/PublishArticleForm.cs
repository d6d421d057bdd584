using System.ComponentModel.DataAnnotations;

namespace UnionHall.Requests.PublishArticle;

internal sealed class PublishArticleForm
{
    /// <summary>The code of an <see cref="ArticleAudience"/>.</summary>
    [Required(ErrorMessage = "选一下给谁看。")]
    public string? Audience { get; set; }

    /// <summary>Local time of China; none: at once.</summary>
    public DateTime? At { get; set; }

    public uint? Seen { get; set; }
}
