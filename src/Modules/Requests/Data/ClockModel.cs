using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

/// <summary>The tables of clocks.</summary>
internal static class ClockModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ClockEntry>(entry =>
        {
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.Property(row => row.Kind).AsText();
            entry.Property(row => row.Unit).AsText();
        });
        model.Entity<Breach>(breach =>
        {
            breach.Property(row => row.Id).ValueGeneratedNever();
            breach.Property(row => row.Clock).AsText();
        });
        model.Entity<ClockAsk>(ask =>
        {
            ask.Property(row => row.Id).ValueGeneratedNever();
            ask.Property(row => row.Kind).AsText();
            ask.Ignore(row => row.Events).Ignore(row => row.IsOpen);
            ask.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<RequestDuty>(duty =>
        {
            duty.Property(row => row.Id).ValueGeneratedNever();
            duty.Property(row => row.Duty).AsText();
            duty.Property(row => row.LimitUnit).AsText();
            duty.Property(row => row.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            duty.Ignore(row => row.Events).Ignore(row => row.IsOpen).Ignore(row => row.Limit);
            duty.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<ClockRule>(rule =>
        {
            rule.Property(row => row.Id).ValueGeneratedNever();
            rule.Property(row => row.Duty).AsText();
            rule.Property(row => row.MatterType).AsText();
            rule.Property(row => row.Urgency).AsText();
            rule.Property(row => row.Unit).AsText();
            rule.Property(row => row.ExtensionUnit).AsText();
            rule.Ignore(row => row.Limit).Ignore(row => row.MayExtend).Ignore(row => row.Extension);
        });
        model.Entity<ClockProfile>().HasKey(row => row.ValidFrom);
    }
}
