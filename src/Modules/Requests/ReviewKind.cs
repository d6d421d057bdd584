namespace UnionHall.Requests;

/// <summary>Why a unit asks that a round does not count.</summary>
public enum ReviewKind
{
    /// <summary>剔除: for reasons outside the unit's power.</summary>
    Exclusion = 1,

    /// <summary>不合理诉求认定: what the worker wants is against the law or beyond any duty.</summary>
    Unreasonable,

    /// <summary>考核申诉: what the follow-up recorded is not so.</summary>
    Appeal,
}

/// <summary>The Chinese words of reviews.</summary>
public static class ReviewWords
{
    public static string Chinese(this ReviewKind kind) => kind switch
    {
        ReviewKind.Exclusion => "剔除",
        ReviewKind.Unreasonable => "不合理诉求认定",
        _ => "考核申诉",
    };
}
