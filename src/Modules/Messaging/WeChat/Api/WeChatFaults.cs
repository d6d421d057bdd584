namespace UnionHall.Messaging.WeChat.Api;

/// <summary>WeChat's error codes, in words and with what to do. An unknown one is tried again, and dies in the sight of the operators.</summary>
internal static class WeChatFaults
{
    public const int NotAFollower = 43004;
    public const int OutOfWindow = 45015;
    public const int TooManyUnanswered = 45047;

    public static readonly WeChatFault Silent = new(0, Remedy.Retry, "微信接口没有在规定时间里回答，稍后再试。");
    public static readonly WeChatFault Unreachable = new(0, Remedy.Retry, "连不上微信接口。请查服务器能不能上外网，接口地址对不对。");
    public static readonly WeChatFault Unreadable = new(0, Remedy.Retry, "微信接口回来的不是规定的格式，可能被防火墙或代理拦下了。");

    private static readonly Dictionary<int, (Remedy Remedy, string Sentence)> Known = new()
    {
        [-1] = (Remedy.Retry, "微信接口正忙，稍后再试。"),
        [40001] = (Remedy.Retry, "接口凭证无效，换了新的也不行。可能有别的系统也在用这个公众号取凭证，请停掉它，或者查开发者密码。"),
        [40014] = (Remedy.Retry, "接口凭证不对，换了新的也不行。可能有别的系统也在用这个公众号取凭证。"),
        [42001] = (Remedy.Retry, "接口凭证过期了，换了新的也不行。请查服务器的时间对不对。"),
        [40002] = (Remedy.Operator, "取凭证的方式不对，请联系软件提供方。"),
        [40003] = (Remedy.GiveUp, "收信人不是这个公众号的关注者编号。"),
        [40013] = (Remedy.Operator, "开发者编号不对，请到“微信公众号”设置里改。"),
        [40029] = (Remedy.GiveUp, "网页授权的代码无效，请从公众号里重新进入。"),
        [40163] = (Remedy.GiveUp, "网页授权的代码已经用过，请从公众号里重新进入。"),
        [40037] = (Remedy.Operator, "模板编号不对，请到公众平台查模板还在不在。"),
        [40125] = (Remedy.Operator, "开发者密码不对，请到“微信公众号”设置里重填。"),
        [40164] = (Remedy.Operator, "服务器的网络地址不在公众平台的白名单里，请到公众平台加上。"),
        [40007] = (Remedy.GiveUp, "图片或语音的编号无效，可能已经过了三天。"),
        [43004] = (Remedy.GiveUp, "收信人没有关注公众号。"),
        [43101] = (Remedy.GiveUp, "收信人不接收这类通知。"),
        [45002] = (Remedy.GiveUp, "消息太长。"),
        [45009] = (Remedy.Operator, "今天的接口次数用完了。请到公众平台查用量，明天会恢复。"),
        [45011] = (Remedy.Retry, "接口用得太快，稍后再试。"),
        [45015] = (Remedy.GiveUp, "超过了可以回复的时间，等职工再发来消息才能回。"),
        [45047] = (Remedy.GiveUp, "连发的条数到了上限，等职工再发来消息才能回。"),
        [47003] = (Remedy.Operator, "模板里的栏目和填的内容对不上，请查模板的栏目名称。"),
        [48001] = (Remedy.Operator, "公众号没有这个接口的权限，请到公众平台查认证和权限。"),
        [50002] = (Remedy.Operator, "公众号的接口被停用了，请登录公众平台查看通知。"),
    };

    public static WeChatFault Of(int code) => Known.TryGetValue(code, out var known)
        ? new WeChatFault(code, known.Remedy, known.Sentence)
        : new WeChatFault(code, Remedy.Retry, $"微信接口说不行，代码 {code}。");

    /// <summary>The token was taken back or ran out early: worth one new one.</summary>
    public static bool IsOfToken(int code) => code is 40001 or 40014 or 42001;
}
