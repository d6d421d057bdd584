using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.Data;

/// <summary>The tables of follow-ups.</summary>
internal static class FollowUpModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<FollowUp>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Reason).AsText();
            row.Property(one => one.Means).AsText();
            row.Property(one => one.State).AsText();
            row.Property(one => one.Contacted).AsText();
            row.Property(one => one.Solved).AsText();
            row.Property(one => one.Rating).AsText();
            row.Property(one => one.SetAside).AsText();
            row.Property(one => one.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            row.Ignore(one => one.Events).Ignore(one => one.IsOpen).Ignore(one => one.MayAskAgain);
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
        });
        model.Entity<FollowUpAttempt>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Outcome).AsText();
            row.HasOne<FollowUp>().WithMany().HasForeignKey(one => one.FollowUpId);
        });
        model.Entity<WorkerWord>(row =>
        {
            row.HasKey(one => new { one.RequestId, one.Round });
            row.Property(one => one.Solved).AsText();
            row.Property(one => one.Rating).AsText();
            row.Ignore(one => one.Events);
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
        });
        model.Entity<ScoringReview>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Kind).AsText();
            row.Property(one => one.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            row.Ignore(one => one.Events).Ignore(one => one.IsOpen);
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
            row.HasOne<TimelineEntry>().WithMany().HasForeignKey(one => one.EntryId);
        });
        model.Entity<RateFormula>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<SamplingRule>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Reason).AsText();
        });
    }
}
