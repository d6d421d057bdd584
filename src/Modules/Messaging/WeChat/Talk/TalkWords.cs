using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.Talk;

/// <summary>What is said in the conversation, and which words steer it.</summary>
internal static class TalkWords
{
    /// <summary>The key of the menu's entry that begins it.</summary>
    public const string MenuItem = "say";

    public const string Begun = "您说，我们听着。哪里不对，打字、发语音、发图片、发位置都行，可以分几条说。\n说完了，回复“好了”。不说了，回复“算了”。";
    public const string Noted = "记下了。还有就接着说，说完了回复“好了”。";
    public const string NotHeard = "这段语音没有听清，麻烦打字说一下。";
    public const string NotTaken = "这个收不了。请打字、发语音、发图片或者发位置。";
    public const string TooLong = "已经说了很多了，先回复“好了”交上来，后面还能补充。";
    public const string TooMany = "图片和语音最多 9 个，先回复“好了”交上来，后面还能补充。";
    public const string Empty = "您还没有说哪里不对。打字或者发语音说一下，再回复“好了”。";
    public const string Dropped = "好的，刚才说的都不留。想说的时候，回复“诉求”。";
    public const string HandedIn = "收到了，正在登记。登记好了马上告诉您编号。";

    private const int LongestShown = 400;
    private static readonly string[] Beginning = ["诉求", "我要诉求", "提诉求", "反映", "反映问题", "投诉", "求助"];
    private static readonly string[] Finished = ["好了", "说完了", "完了", "没有了"];
    private static readonly string[] GivingUp = ["算了", "不说了", "取消"];
    private static readonly string[] Agreeing = ["交", "提交", "交上去", "确认"];
    private static readonly string[] Changing = ["改", "重说", "重新说"];

    public static bool Begins(string said) => Is(said, Beginning);

    public static bool Ends(string said) => Is(said, Finished);

    public static bool GivesUp(string said) => Is(said, GivingUp);

    public static bool Agrees(string said) => Is(said, Agreeing);

    public static bool Changes(string said) => Is(said, Changing);

    public static string Show(TalkContent content)
    {
        var along = (content.Media.Count > 0 ? $"\n附图片和语音 {content.Media.Count} 个" : "") + (content.Place is { } place ? $"\n位置：{Label(place)}" : "");
        return $"您说的是：\n{PlainText.Excerpt(content.Text, LongestShown)}{along}\n\n要交上来，回复“交”。要重说，回复“改”。不交了，回复“算了”。";
    }

    private static string Label(WeChatPlace place) => place.Label.Length > 0 ? place.Label : FormattableString.Invariant($"{place.Latitude}, {place.Longitude}");

    /// <summary>As typed or spoken: quotes, spaces and a full stop around it do not matter.</summary>
    private static bool Is(string said, string[] words) => words.Contains(PlainText.SingleLine(said).Trim(' ', '“', '”', '"', '「', '」', '。', '.', '！', '!', '，'));
}
