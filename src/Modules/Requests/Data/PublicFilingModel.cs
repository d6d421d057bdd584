using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

internal static class PublicFilingModel
{
    public static void Configure(ModelBuilder model) => model.Entity<PublicFiling>(filing =>
    {
        filing.HasKey(row => row.RequestId);
        filing.Property(row => row.Lat).HasColumnType("numeric(5,2)");
        filing.Property(row => row.Long).HasColumnType("numeric(5,2)");
        filing.HasOne<Request>().WithOne().HasForeignKey<PublicFiling>(row => row.RequestId);
    });
}
