namespace UnionHall.Organisation;

/// <summary>The answer to "why can, or can't, this person see this?", as a chain of steps in Chinese.</summary>
/// <param name="Allowed">True when the person may see it.</param>
/// <param name="Reason">The first reason that decides, one sentence.</param>
/// <param name="Steps">Account, posts, permission, reach, in the order they were looked at.</param>
public sealed record AccessExplanation(bool Allowed, string Reason, IReadOnlyList<AccessStep> Steps);

/// <summary>One step of the chain.</summary>
/// <param name="Holds">Whether this step lets the person through.</param>
/// <param name="Words">What was found.</param>
public sealed record AccessStep(bool Holds, string Words);
