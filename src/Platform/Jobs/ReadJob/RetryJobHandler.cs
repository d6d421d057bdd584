using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Jobs.ReadJob;

internal sealed class RetryJobHandler(AppDbContext db, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, Guid id, string reason, CancellationToken stop)
    {
        if (await db.Set<Job>().SingleOrDefaultAsync(job => job.Id == id, stop) is not { } job)
        {
            return JobRefusals.Missing;
        }

        var result = job.Retry(clock.GetUtcNow());
        if (result.Succeeded)
        {
            db.Happened(new JobRetried(job.Id, job.Kind));
            db.SignalAfterSave(JobStore.Topic);
            await db.SaveAsync(actor, stop, reason);
        }

        return result;
    }
}

internal static class JobRefusals
{
    public static readonly Refusal Missing = new("job-missing", "没有找到这个任务。它可能已经做完，做完的任务七天后会清掉。");
}
