using UnionHall.Platform;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Knowledge;

/// <summary>Numbers of persons in an article: told when it is saved, and agreed to one article at a time before everybody reads them.</summary>
internal static class ArticleNumbers
{
    public static string? In(ArticleVersion version, DateOnly today) => SentNumbers.Said($"{version.Title}\n{version.Words}", today);

    /// <param name="sure">Ticked by who publishes.</param>
    /// <param name="field">Of the tick.</param>
    public static Refusal? Refusal(ArticleVersion? version, ArticleAudience audience, bool sure, string field, DateOnly today) =>
        audience == ArticleAudience.Everybody && !sure && version is not null && In(version, today) is { } said
            ? new Refusal("article-numbers", $"{said}，公开以后谁都看得到。确认能公开，勾上再发布。", field)
            : null;
}
