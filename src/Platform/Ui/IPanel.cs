using UnionHall.Platform.Security;

namespace UnionHall.Platform.Ui;

/// <summary>Slot: a block of the worker's home page, such as 我的事.</summary>
public interface IHomePanel
{
    /// <summary>Low first.</summary>
    int Order { get; }

    /// <summary>What to show this actor, or null for nothing.</summary>
    ValueTask<Panel?> ShowAsync(Actor actor, CancellationToken stop);
}

/// <summary>Slot: a block of the desk's 今天 page.</summary>
public interface IDeskPanel
{
    /// <summary>Low first.</summary>
    int Order { get; }

    /// <summary>What to show this actor, or null for nothing.</summary>
    ValueTask<Panel?> ShowAsync(Actor actor, CancellationToken stop);
}

/// <summary>A partial view of the module that fills the slot, and its model.</summary>
/// <param name="View">Absolute, e.g. /Parts/_MyRequests.cshtml. It renders a section with its own h2.</param>
/// <param name="Model">What the view shows.</param>
public sealed record Panel(string View, object Model);

/// <summary>Slot: the services the home page offers, in order of use.</summary>
public interface IHomeServices
{
    /// <summary>Where all of them are listed.</summary>
    string AllAddress { get; }

    /// <summary>The few that have a place on the home page.</summary>
    ValueTask<IReadOnlyList<HomeService>> ListAsync(Actor actor, CancellationToken stop);
}

/// <summary>One service on the home page.</summary>
/// <param name="Text">Five characters at most.</param>
/// <param name="Icon">A name of assets/icons.json.</param>
/// <param name="Address">Where it leads.</param>
public sealed record HomeService(string Text, string Icon, string Address);
