namespace UnionHall.Messaging.WeChat.Talk;

/// <summary>What a follower said so far.</summary>
/// <param name="Words">Typed, or recognised from his voice.</param>
/// <param name="Media">Pictures and voices, by WeChat's numbers, which hold for three days.</param>
internal sealed record TalkContent(IReadOnlyList<string> Words, IReadOnlyList<string> Media, WeChatPlace? Place)
{
    /// <summary>Code points of the words together.</summary>
    public const int LongestWords = 2000;

    public const int MostMedia = 9;

    public static readonly TalkContent Nothing = new([], [], null);

    public string Text => string.Join('\n', Words);

    public bool SaysNothing => Words.Count == 0;
}
