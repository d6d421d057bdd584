using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Slot: a module explains on which units one of its things hangs, so that an administrator learns why someone can or cannot see it.</summary>
public interface IAccessSubject
{
    /// <summary>The word used on the command line and in the page, e.g. request.</summary>
    string Kind { get; }

    /// <summary>The thing's name in Chinese, e.g. 诉求.</summary>
    string Chinese { get; }

    /// <summary>What seeing it asks for.</summary>
    Permission Needs { get; }

    /// <summary>The thing with this reference, or null when there is none.</summary>
    Task<AccessSubject?> FindAsync(string reference, CancellationToken stop);
}

/// <summary>A thing that can be seen through units.</summary>
/// <param name="Title">How it is called, e.g. 诉 2026-000123.</param>
/// <param name="Units">Where it hangs, and why.</param>
/// <param name="Named">Accounts that may see it for themselves, and why, e.g. the lawyer of the case.</param>
/// <param name="Hidden">Accounts that may not see it although they otherwise could, and why, e.g. the chair it complains of.</param>
public sealed record AccessSubject(
    string Title, IReadOnlyList<AccessPlace> Units, IReadOnlyList<AccessPerson> Named, IReadOnlyList<AccessPerson> Hidden);

/// <summary>A unit a thing hangs on.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Why">E.g. 首接单位, 现在办理的单位.</param>
public sealed record AccessPlace(UnitId Unit, string Why);

/// <summary>An account singled out by a thing.</summary>
/// <param name="Account">Who.</param>
/// <param name="Why">E.g. 承办律师.</param>
public sealed record AccessPerson(AccountId Account, string Why);
