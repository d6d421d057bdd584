using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Notices;

internal sealed class NoticeModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.Property(row => row.Id).ValueGeneratedNever();
            notice.Property(row => row.Cost).HasPrecision(12, 4);
            notice.Property(row => row.State).HasConversion(state => EnumWord.Of(state), word => EnumWord.Read<NoticeState>(word));
        });
        model.Entity<NoticeWish>().HasKey(wish => wish.Account);
    }
}
