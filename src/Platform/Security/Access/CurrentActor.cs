using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;

namespace UnionHall.Platform.Security.Access;

internal sealed class CurrentActor(IHttpContextAccessor web, IGrantSource posts, IEnumerable<IFrameRead> frame, IEnumerable<IGrantAddition> additions) : ICurrentActor
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
            var staff => new Actor(staff.Account, StaffName.Public(staff.Name), await GrantsAsync(staff.Account, HasFrame(http.Request) ? frame : [], stop), address),
        };
    }

    private async Task<IReadOnlyList<Grant>> GrantsAsync(AccountId account, IEnumerable<IFrameRead> also, CancellationToken stop)
    {
        var held = await posts.GrantsOfAsync(account, also, stop);
        List<Grant> all = [.. held];
        foreach (var addition in held.Count == 0 ? [] : additions)
        {
            all.AddRange(await addition.AddedAsync(account, held, stop));
        }

        return all;
    }

    /// <summary>A form is answered by another page or changes what the frame shows; what htmx fetches has none.</summary>
    private static bool HasFrame(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request");
}
