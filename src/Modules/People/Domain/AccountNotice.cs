namespace UnionHall.People.Domain;

/// <summary>What a worker agrees to when he registers. A new text is a new version, and is asked anew.</summary>
internal static class AccountNotice
{
    public const string Purpose = "account";
    public const string Version = "2026-11";

    public static readonly IReadOnlyList<string> Sentences =
    [
        "我们记下您的姓名、手机号，和您自己填的单位，用来登录、联系您、把您说的事送到对的工会。",
        "姓名和手机号加密保存。工会的人办您的事才看得到，谁看过都有记录；您的单位看不到您匿名或保密说的事。",
        "不交给广告商，不做别的用处。资料存在本地工会的服务器上。",
        "您随时可以在“我的资料”里看、改、带走。不想要账号了，打 12351 注销；办过的事依法留存，不再用来联系您。",
    ];
}
