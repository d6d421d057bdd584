using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Requests;

/// <summary>A version of an article was written.</summary>
public sealed record ArticleWritten(Guid Article, int Number) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>A version of an article is to be shown to its readers from a time on.</summary>
public sealed record ArticlePlanned(Guid Article, int Number, ArticleAudience Audience, DateTimeOffset At) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>A version that was to be shown from a time on is not.</summary>
public sealed record ArticlePlanCancelled(Guid Article, int Number) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>A version of an article is shown to its readers.</summary>
public sealed record ArticlePublished(Guid Article, int Number, ArticleAudience Audience) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>An article is not shown any more.</summary>
public sealed record ArticleWithdrawn(Guid Article) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>An article was looked through and still holds.</summary>
public sealed record ArticleReviewed(Guid Article, DateOnly Next) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>The day has come on which an article is to be looked through.</summary>
public sealed record ArticleReviewFound(Guid Article, DateOnly On) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>The unit that answered for an article is no more; another answers for it now.</summary>
public sealed record ArticleHandedOn(Guid Article, UnitId From, UnitId To) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>A reader said whether an article was useful.</summary>
public sealed record ArticleOpinionGiven(Guid Article, int Number, bool Useful) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}

/// <summary>The owner of an article, or those who publish at its unit or above, were told that it is to be looked through.</summary>
public sealed record ArticleOwnerTold(Guid Article, int People) : IDomainEvent
{
    public Subject Subject => new("article", Article);
}
