using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

/// <summary>The tables of hops.</summary>
internal static class HopModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<WorkOrder>(order =>
        {
            order.Property(row => row.Role).AsText();
            order.Property(row => row.Way).AsText();
            order.Property(row => row.Ended).AsText();
            order.Ignore(row => row.IsLead).Ignore(row => row.IsOpenLead).Ignore(row => row.IsOpenSide).Ignore(row => row.ReturnWaits).Ignore(row => row.GaveAway);
        });
        model.Entity<Request>().Ignore(row => row.OpenSides).Ignore(row => row.SentFrom).Ignore(row => row.Returns).Ignore(row => row.GivingUnits);
        model.Entity<OrderReturn>(back =>
        {
            back.Property(row => row.Id).ValueGeneratedNever();
            back.Ignore(row => row.Events);
            back.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            back.HasOne<WorkOrder>().WithMany().HasForeignKey(row => row.OrderId);
            back.HasOne<Service>().WithMany().HasForeignKey(row => row.ServiceId);
        });
        model.Entity<Supervision>(supervision =>
        {
            supervision.Property(row => row.Id).ValueGeneratedNever();
            supervision.Ignore(row => row.IsOpen);
            supervision.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
        model.Entity<OrderAssessment>(assessment =>
        {
            assessment.Property(row => row.Id).ValueGeneratedNever();
            assessment.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
            assessment.HasOne<WorkOrder>().WithMany().HasForeignKey(row => row.OrderId);
        });
        model.Entity<Conference>(conference =>
        {
            conference.Property(row => row.Id).ValueGeneratedNever();
            conference.HasOne<Request>().WithMany().HasForeignKey(row => row.RequestId);
        });
    }
}
