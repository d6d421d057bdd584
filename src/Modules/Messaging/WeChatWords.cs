namespace UnionHall.Messaging;

/// <summary>What stands in words for WeChat in place of what only this module knows.</summary>
public static class WeChatWords
{
    /// <summary>The address of this site as phones see it, without a slash at its end.</summary>
    public const string Site = "{本站}";
}
