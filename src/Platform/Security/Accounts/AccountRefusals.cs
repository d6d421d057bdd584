namespace UnionHall.Platform.Security.Accounts;

/// <summary>What the rules about accounts say no with.</summary>
internal static class AccountRefusals
{
    public static readonly Refusal Missing = new("account-missing", "没有找到这个账号，或者它不归您管。");

    public static readonly Refusal IsDisabled = new("account-disabled", "这个账号停用着。要用，先恢复它。");

    public static readonly Refusal IsInUse = new("account-in-use", "这个账号没有停用，不用恢复。");

    public static readonly Refusal IsClosed = new("account-closed", "这个账号已经注销，不能再用。他可以用手机号重新注册。");

    public static readonly Refusal NotOfWorker = new("not-of-worker", "只有职工账号才注销。工作人员离开了，停用他的账号。");

    public static readonly Refusal NotLocked = new("account-not-locked", "这个账号现在没有锁着。");

    public static readonly Refusal NoSession = new("no-session", "这个账号现在没有登录着的设备。");
}
