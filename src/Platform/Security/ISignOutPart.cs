namespace UnionHall.Platform.Security;

/// <summary>Slot: what a module has given this browser besides the session, taken away at 退出登录. The next person may hold the same phone.</summary>
public interface ISignOutPart
{
    /// <summary>Takes it away; the web request is the one that signs out.</summary>
    void Drop();
}
