namespace UnionHall.Requests;

/// <summary>Why a closed request is followed up.</summary>
public enum FollowUpReason
{
    /// <summary>The worker said it is not solved.</summary>
    Disputed = 1,

    /// <summary>It had been sent back by a follow-up before.</summary>
    Reworked,

    /// <summary>The worker was not satisfied.</summary>
    LowRated,

    /// <summary>The worker said nothing within the window.</summary>
    Silent,

    /// <summary>Drawn from those the worker called solved.</summary>
    Confirmed,
}

/// <summary>How the worker is asked.</summary>
public enum FollowUpMeans
{
    /// <summary>Somebody calls.</summary>
    Call = 1,

    /// <summary>His own page asks: he is sealed, anonymous or left no phone.</summary>
    OwnPage,
}

/// <summary>Where a follow-up stands.</summary>
public enum FollowUpState
{
    Open = 1,

    /// <summary>The worker answered.</summary>
    Done,

    /// <summary>Its own outcome, never "satisfied".</summary>
    Unreachable,

    /// <summary>He was reached and did not want to say anything.</summary>
    Refused,

    /// <summary>No longer asked: the request went on before anybody did.</summary>
    Dropped,
}

/// <summary>What came of one call.</summary>
public enum AttemptOutcome
{
    Reached = 1,
    NoAnswer,
    WrongNumber,

    /// <summary>He asked to be called at another time; not counted as a try.</summary>
    Later,
    Refused,

    /// <summary>Somebody who had handled it wanted to call; a sign for the rates, no try.</summary>
    Barred,
}

/// <summary>Had anybody of the union been in touch with the worker.</summary>
public enum HeardContact
{
    Yes = 1,
    No,
    Unsure,
}

/// <summary>Was it solved, as heard from the worker.</summary>
public enum HeardSolved
{
    Solved = 1,
    Partly,
    Unsolved,
}

/// <summary>The Chinese words of follow-ups.</summary>
public static class FollowUpWords
{
    public static string Chinese(this FollowUpReason reason) => reason switch
    {
        FollowUpReason.Disputed => "说没解决",
        FollowUpReason.Reworked => "重办过",
        FollowUpReason.LowRated => "评了不满意",
        FollowUpReason.Silent => "没表态",
        _ => "说解决了，抽中",
    };

    public static string Chinese(this FollowUpMeans means) => means == FollowUpMeans.Call ? "电话" : "本人的页面";

    public static string Chinese(this FollowUpState state) => state switch
    {
        FollowUpState.Open => "等回访",
        FollowUpState.Done => "访到了",
        FollowUpState.Unreachable => "联系不上",
        FollowUpState.Refused => "不愿意说",
        _ => "不再访",
    };

    public static string Chinese(this AttemptOutcome outcome) => outcome switch
    {
        AttemptOutcome.Reached => "打通了",
        AttemptOutcome.NoAnswer => "没人接",
        AttemptOutcome.WrongNumber => "号码不对",
        AttemptOutcome.Later => "另约时间",
        AttemptOutcome.Barred => "经手的人想自己访，没让打",
        _ => "不愿意说",
    };

    public static string Chinese(this HeardContact contact) => contact switch
    {
        HeardContact.Yes => "联系过",
        HeardContact.No => "没有",
        _ => "记不清",
    };

    public static string Chinese(this HeardSolved solved) => solved switch
    {
        HeardSolved.Solved => "解决了",
        HeardSolved.Partly => "解决一部分",
        _ => "没解决",
    };
}
