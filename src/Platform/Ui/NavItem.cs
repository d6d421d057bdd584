using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Ui;

/// <summary>Which list of entries a <see cref="NavItem"/> stands in.</summary>
public enum NavPlace
{
    /// <summary>The tab bar of the worker pages: four at most.</summary>
    WorkerTabs = 1,

    /// <summary>The left side of the desk.</summary>
    Desk,

    /// <summary>Under 设置, in the desk's left side and on /admin.</summary>
    Settings,
}

/// <summary>
/// One entry of the navigation, contributed by a module with services.AddNavItem(…). Entries a post cannot use are
/// absent, so give the permission its page needs.
/// </summary>
/// <param name="Place">Which list it stands in.</param>
/// <param name="Order">Low first; at the desk a line is drawn where the hundreds change (0–99 the day's work, 100–199 fields of work, 900 settings).</param>
/// <param name="Text">Chinese, six characters at most.</param>
/// <param name="Icon">A name of assets/icons.json.</param>
/// <param name="Address">Where it leads; it is current on every page below that address.</param>
/// <param name="Needs">The permission its page asks for; null when everyone who sees the list may go there.</param>
public sealed record NavItem(NavPlace Place, int Order, string Text, string Icon, string Address, Permission? Needs = null)
{
    /// <summary>How many things wait there for this actor, or null for no number. Runs with every page: keep it to one indexed query.</summary>
    public Func<HttpContext, Actor, ValueTask<int?>>? Count { get; init; }

    /// <summary>Whether this actor may go there.</summary>
    public bool IsFor(Actor actor) => (Needs is not { } needed || actor.Can(needed)) && Only?.Invoke(actor) != false;

    /// <summary>Where the permission alone does not tell; null for everyone who has it.</summary>
    public Func<Actor, bool>? Only { get; init; }

    /// <summary>Read after the number by a screen reader, e.g. 件等您回话.</summary>
    public string? CountMeans { get; init; }
}

/// <summary>Slot: links under an entry of the desk, such as the saved views under 收件.</summary>
public interface INavSection
{
    /// <summary>The address of the entry the links stand under.</summary>
    string Under { get; }

    /// <summary>The links this actor sees, in order. Asked for only where that entry or a page below it is current.</summary>
    ValueTask<IReadOnlyList<NavLink>> LinksAsync(Actor actor, HttpContext page);
}

/// <summary>One link under an entry.</summary>
/// <param name="Text">The view's name.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Count">How many, or null for no number.</param>
/// <param name="IsLate">True when the number counts what is overdue.</param>
public sealed record NavLink(string Text, string Address, int? Count = null, bool IsLate = false);
