namespace UnionHall.Requests;

/// <summary>Who may read an article of the knowledge base.</summary>
public enum ArticleAudience
{
    /// <summary>Everybody who works at the desk.</summary>
    Staff = 1,

    /// <summary>Everybody.</summary>
    Everybody,
}

/// <summary>Audiences in words.</summary>
public static class ArticleAudiences
{
    /// <summary>As shown, e.g. 公开.</summary>
    public static string Chinese(this ArticleAudience audience) => audience == ArticleAudience.Everybody ? "公开" : "内部";
}
