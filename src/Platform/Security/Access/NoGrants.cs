namespace UnionHall.Platform.Security.Access;

/// <summary>Stands in until Organisation fills the slot: nobody holds a post.</summary>
internal sealed class NoGrants : IGrantSource
{
    public Task<IReadOnlyList<Grant>> GrantsOfAsync(AccountId account, IEnumerable<IFrameRead> also, CancellationToken stop) => Task.FromResult<IReadOnlyList<Grant>>([]);
}
