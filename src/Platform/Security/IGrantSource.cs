namespace UnionHall.Platform.Security;

/// <summary>Slot: who knows which posts an account holds today. Filled by Organisation.</summary>
public interface IGrantSource
{
    Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, CancellationToken stop);
}
