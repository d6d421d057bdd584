namespace UnionHall.Platform.Security;

/// <summary>Slot: who knows what follows from the posts of an account besides, such as a mailbox that it reads. Their places need be no units.</summary>
public interface IGrantAddition
{
    /// <param name="posts">The posts in force of the account.</param>
    Task<IReadOnlyList<Grant>> AddedAsync(AccountId account, IReadOnlyList<Grant> posts, CancellationToken stop);
}
