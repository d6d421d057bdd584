using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Submissions;

internal sealed class SubmissionModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        var submission = model.Entity<StoredSubmission>();
        submission.ToTable("submission").HasKey(row => row.Key);
        submission.Property(row => row.Key).ValueGeneratedNever();
    }
}
