namespace UnionHall.Platform.Security;

/// <summary>Slot: what the holders of accounts do, and whose accounts an administrator of access reaches. Filled by Organisation.</summary>
public interface IAccountReach
{
    /// <summary>True when the actor manages access over the whole tree: workers' accounts and those without any post are his too.</summary>
    ValueTask<bool> IsOverAllAsync(Actor actor, CancellationToken stop);

    /// <summary>Accounts that held, hold or are to hold a post in the actor's reach; to be composed into a query of the same context.</summary>
    ValueTask<IQueryable<AccountId>> InReachAsync(Actor actor, CancellationToken stop);

    /// <summary>What these accounts hold or were lent, now and later.</summary>
    Task<ILookup<AccountId, AccountPost>> PostsOfAsync(Actor actor, IReadOnlyCollection<AccountId> accounts, CancellationToken stop);
}

/// <summary>A post as the list of accounts shows it.</summary>
/// <param name="Words">清溪街道总工会主席.</param>
/// <param name="IsInReach">False when it lies outside of what the actor manages.</param>
public sealed record AccountPost(string Words, bool IsInReach);
