using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.Access;

internal sealed class CurrentActor(IHttpContextAccessor web, IGrantSource posts, IEnumerable<IFrameRead> frame) : ICurrentActor
{
    private Task<Actor>? actor;

    public ValueTask<Actor> GetAsync(CancellationToken stop) => new(actor ??= ReadAsync(stop));

    private async Task<Actor> ReadAsync(CancellationToken stop)
    {
        var http = web.HttpContext ?? throw new InvalidOperationException("There is no web request: use Actor.Platform.");
        var address = http.Connection.RemoteIpAddress?.ToString();
        return http.Features.Get<SessionState>() switch
        {
            null => Actor.Visitor(address),
            { Kind: AccountKind.Worker } worker => new Actor(worker.Account, worker.Name, [], address),
            var staff => new Actor(staff.Account, StaffName.Public(staff.Name), await posts.GrantsOfAsync(staff.Account, HasFrame(http.Request) ? frame : [], stop), address),
        };
    }

    /// <summary>A form is answered by another page or changes what the frame shows; what htmx fetches has none.</summary>
    private static bool HasFrame(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request");
}
