using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.Following;

/// <summary>What every act of a worker does around the entity's verb: find his request, name him as he wished, save without overwriting news.</summary>
internal sealed class WorkerDesk(RequestsDb db, TrackedRequests tracked)
{
    /// <summary>Unknown and somebody else's are told alike.</summary>
    public static readonly Refusal NotYours = new("not-found", "要先凭编号和口令打开这件事。");

    public static readonly Refusal Collided = new("collided", "这件事刚刚有了新进展，先看一眼，没问题再交一次。您写的都在。");

    /// <summary>Where one who may not follow a request is led: the same for unknown ones and for somebody else's.</summary>
    public static string DoorOf(string reference) => $"/requests/track?reference={Uri.EscapeDataString(reference)}";

    /// <param name="verb">Changes the request as the worker; may add rows beside it.</param>
    public async Task<Result> ActAsync(Actor actor, string reference, Func<Request, Actor, Task<Result>> verb, CancellationToken stop)
    {
        var number = Reference.Parse(reference);
        var request = number is null ? null : await db.FindAsync(number, stop);
        if (request is null || !await tracked.MayFollowAsync(request.Id, actor, stop))
        {
            return NotYours;
        }

        var worker = WorkerActor.Of(actor, request.Visibility);
        var result = await verb(request, worker);
        if (!result.Succeeded)
        {
            return Forget(result);
        }

        try
        {
            await db.SaveAsync(worker, stop);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Forget(Collided);
        }
    }

    private Result Forget(Result refused)
    {
        db.Context.ChangeTracker.Clear();
        return refused;
    }
}
