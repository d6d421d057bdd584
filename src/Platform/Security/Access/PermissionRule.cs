using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Security.Access;

/// <summary>The policy behind <see cref="NeedsAttribute"/>: a post in force that carries the permission.</summary>
internal sealed record PermissionRule(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionRuleHandler(ICurrentActor current, IHttpContextAccessor web) : AuthorizationHandler<PermissionRule>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRule requirement)
    {
        var actor = await current.GetAsync(web.HttpContext?.RequestAborted ?? CancellationToken.None);
        if (actor.Can(requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}
