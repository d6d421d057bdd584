using UnionHall.Platform.Security;

namespace UnionHall.People;

/// <summary>Slot: what another module holds of a worker, for the copy of his data he may take (PIPL article 45).</summary>
public interface IPersonExport
{
    /// <summary>The Chinese heading in the file, e.g. 我说过的事.</summary>
    string Section { get; }

    /// <summary>Anything JSON can write, or null for nothing.</summary>
    Task<object?> OfAsync(AccountId account, CancellationToken stop);
}
