using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Data;

internal sealed class PlatformModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<AuditEntry>().Property(entry => entry.Id).ValueGeneratedNever();
        model.Entity<Job>().Property(job => job.Id).ValueGeneratedNever();
    }
}
