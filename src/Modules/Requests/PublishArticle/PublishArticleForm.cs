using System.ComponentModel.DataAnnotations;

namespace UnionHall.Requests.PublishArticle;

internal sealed class PublishArticleForm
{
    /// <summary>The code of an <see cref="ArticleAudience"/>.</summary>
    [Required(ErrorMessage = "选一下给谁看。")]
    public string? Audience { get; set; }

    /// <summary>Local time of China; none: at once.</summary>
    public DateTime? At { get; set; }

    /// <summary>The version to show; null: the latest.</summary>
    public int? Number { get; set; }

    /// <summary>Numbers of persons in it may be read by everybody.</summary>
    public bool Sure { get; set; }

    public uint? Seen { get; set; }
}
