using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Notices;

internal sealed class NoticeModel : IModelPart
{
    public void Configure(ModelBuilder model) => model.Entity<Notice>().Property(notice => notice.Id).ValueGeneratedNever();
}
