using Microsoft.AspNetCore.Authorization;

namespace UnionHall.Platform.Security;

/// <summary>Put on a page model: only an actor who holds the permission somewhere may open the page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(PolicyFor(permission))
{
    public Permission Permission { get; } = permission;

    public static string PolicyFor(Permission permission) => $"needs:{permission}";
}
