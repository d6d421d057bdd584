namespace UnionHall.Messaging.WeChat.ChangeWeChatAnswer;

/// <summary>What is answered to a word.</summary>
internal sealed class WeChatAnswerText
{
    /// <summary>Answered to who follows.</summary>
    public const string ToFollowing = "关注";

    /// <summary>Answered to what nothing else answers.</summary>
    public const string ToAllElse = "其他";

    /// <summary>Stands for our own address.</summary>
    public const string Site = WeChatWords.Site;

    /// <summary>As typed by a follower, or the key of a menu's entry.</summary>
    public required string Word { get; init; }

    public required string Words { get; set; }
}
