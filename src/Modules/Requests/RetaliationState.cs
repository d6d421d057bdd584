namespace UnionHall.Requests;

/// <summary>What came of asking a worker whether he was given a hard time.</summary>
public enum RetaliationState
{
    Open = 1,

    /// <summary>没有.</summary>
    Safe,

    /// <summary>有: a protected report was made of it.</summary>
    Suffered,

    /// <summary>联系不上; never counted as "no".</summary>
    Unreachable,
}

/// <summary>The Chinese words of these questions.</summary>
public static class RetaliationWords
{
    public static string Chinese(this RetaliationState state) => state switch
    {
        RetaliationState.Open => "等着问",
        RetaliationState.Safe => "没有",
        RetaliationState.Suffered => "有，已转成保密举报",
        _ => "联系不上",
    };
}
