using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the desk what came under a request of theirs, what came out, and what new facts opened again.</summary>
internal sealed class TellOfMerges(RequestsDb db, DeskNotices notices) :
    IEventHandler<RequestAbsorbed>, IEventHandler<RequestUnmerged>, IEventHandler<RequestReopened>, IEventHandler<RequestSupplemented>
{
    public async Task HandleAsync(RequestAbsorbed happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-absorbed", "有一件并了进来，一起答复", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestUnmerged happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-unmerged", "从并着的件里拆出来了，接着办", "", await notices.HoldersAsync(happened.Request, happened.Assignee, happened.Unit, stop), stop);

    public async Task HandleAsync(RequestReopened happened, CancellationToken stop) => await notices.SendAsync(
        happened.Request, happened.Reference, "request-reopened", "职工补充了新情况，重新打开了", "", await notices.HoldersAsync(happened.Request, null, happened.To, stop), stop);

    /// <summary>Whoever handles the head hears what is added under it.</summary>
    public async Task HandleAsync(RequestSupplemented happened, CancellationToken stop)
    {
        if (await db.Requests.AsNoTracking().Where(row => row.Id == happened.Request).Join(db.Requests, row => row.HeadId, head => head.Id, (_, head) => new { head.Id, head.Reference, head.Assignee, head.CurrentUnit }).SingleOrDefaultAsync(stop) is { } head)
        {
            await notices.SendAsync(head.Id, head.Reference, "joined-supplemented", "并进来的一件补充了情况", "", await notices.HoldersAsync(head.Id, head.Assignee, head.CurrentUnit, stop), stop);
        }
    }
}
