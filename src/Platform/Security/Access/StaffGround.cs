using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace UnionHall.Platform.Security.Access;

/// <summary>
/// The policy of pages that say nothing about who may open them, or only that one has to be signed in: below /desk and /admin only someone with a post,
/// elsewhere anyone. A page that was forgotten is closed to the public, not open.
/// </summary>
internal sealed class StaffGround : IAuthorizationRequirement
{
    private static readonly PathString[] Ground = ["/desk", "/admin"];

    public static bool Contains(PathString path) =>
        Array.Exists(Ground, part => path.StartsWithSegments(part, StringComparison.OrdinalIgnoreCase));
}

internal sealed class StaffGroundHandler(ICurrentActor current, IHttpContextAccessor web) : AuthorizationHandler<StaffGround>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffGround requirement)
    {
        var http = web.HttpContext;
        if (http is not null && (!StaffGround.Contains(http.Request.Path) || (await current.GetAsync(http.RequestAborted)).IsStaff))
        {
            context.Succeed(requirement);
        }
    }
}
