using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs.ReadJob;

internal sealed class DropJobHandler(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, Guid id, string reason, CancellationToken stop)
    {
        if (await db.Set<Job>().SingleOrDefaultAsync(job => job.Id == id, stop) is not { } job)
        {
            return JobRefusals.Missing;
        }

        var result = job.MayDrop(clock.GetUtcNow());
        if (result.Succeeded)
        {
            db.Remove(job);
            db.Happened(new JobDropped(job.Id, job.Kind, job.Data));
            await db.SaveAsync(actor, stop, reason);
        }

        return result;
    }
}
