using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Collectives;

/// <summary>The addresses by which colleagues join a matter.</summary>
internal sealed class JoinLinks(RequestsDb db, TimeProvider clock)
{
    private const int Bytes = 12;

    public static string AddressOf(string token) => $"/requests/join/{token}";

    public async Task<string?> FindAsync(RequestId request, CancellationToken stop) =>
        await db.JoinLinks.AsNoTracking().Where(row => row.RequestId == request).Select(row => row.Token).SingleOrDefaultAsync(stop) is { } token ? AddressOf(token) : null;

    /// <summary>Makes it, or another one in its place: the old one opens nothing any more. The caller saves.</summary>
    public async Task MakeAsync(Request request, Actor actor, CancellationToken stop)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        if (await db.JoinLinks.SingleOrDefaultAsync(row => row.RequestId == request.Id, stop) is not { } link)
        {
            db.JoinLinks.Add(link = new JoinLink { RequestId = request.Id });
        }

        link.Become(token, actor, clock.GetUtcNow());
        db.Context.Happened(new JoinLinkMade(request.Id, request.Reference));
    }

    /// <summary>停用: it opens nothing any more, and there is no other. The caller saves.</summary>
    public async Task StopAsync(Request request, CancellationToken stop)
    {
        if (await db.JoinLinks.SingleOrDefaultAsync(row => row.RequestId == request.Id, stop) is { } link)
        {
            db.Context.Remove(link);
            db.Context.Happened(new JoinLinkStopped(request.Id, request.Reference));
        }
    }

    /// <summary>The matter it leads to: where that was merged since, the one it is handled under. Null where there is none, or it is not open.</summary>
    public async Task<Request?> OpenAsync(string token, CancellationToken stop)
    {
        var key = await db.JoinLinks.AsNoTracking().Where(row => row.Token == token).Select(row => (RequestId?)row.RequestId).SingleOrDefaultAsync(stop);
        var request = key is null ? null : await HeadAsync(key.Value, stop);
        request = request?.HeadId is { } head ? await HeadAsync(head, stop) : request;
        return request is { IsOpen: true } or { State: RequestState.Replied } ? request : null;
    }

    private Task<Request> HeadAsync(RequestId key, CancellationToken stop) => db.Requests.Include(row => row.Orders).SingleAsync(row => row.Id == key, stop);
}
