using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Slot: a module tells what of its own still lies with a unit and keeps it from being closed.</summary>
public interface IUnitHold
{
    /// <summary>What has to be done first, or null.</summary>
    Task<UnitHold?> FindAsync(UnitId unit, CancellationToken stop);
}

/// <summary>What keeps a unit from being closed.</summary>
/// <param name="Sentence">Chinese, complete: how much of what, and what to do.</param>
/// <param name="LinkWords">What the link says.</param>
/// <param name="Address">Where it is seen.</param>
/// <param name="Needs">Who may go there; others read the sentence only.</param>
public sealed record UnitHold(string Sentence, string LinkWords, string Address, Permission Needs);
