namespace UnionHall.Platform.Security;

/// <summary>Slot: who knows which posts an account holds today. Filled by Organisation.</summary>
public interface IGrantSource
{
    /// <param name="also">Asked in the same round trip. A source that asks nobody leaves them alone: they must do without.</param>
    Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, IEnumerable<IFrameRead> also, CancellationToken stop);
}
