using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

internal static class PublicFilingModel
{
    public static void Configure(ModelBuilder model) => model.Entity<PublicFiling>(filing =>
    {
        filing.HasKey(row => row.RequestId);
        filing.HasOne<Request>().WithOne().HasForeignKey<PublicFiling>(row => row.RequestId);
    });
}
