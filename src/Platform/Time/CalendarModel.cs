using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Time;

internal sealed class CalendarModel : IModelPart
{
    public void Configure(ModelBuilder model) => model.Entity<CalendarDay>(day =>
    {
        day.HasKey(row => row.Date);
        day.Ignore(row => row.Fact);
    });
}
