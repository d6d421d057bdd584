namespace UnionHall.Messaging.WeChat.Protocol;

internal static class PushModes
{
    /// <summary>As WeChat's console calls it.</summary>
    public static string Chinese(this PushMode mode) => mode switch
    {
        PushMode.Plain => "明文模式",
        PushMode.Compatible => "兼容模式",
        PushMode.Safe => "安全模式",
        _ => "",
    };
}
