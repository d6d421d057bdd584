using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Files;

internal sealed class FilesModel : IModelPart
{
    public void Configure(ModelBuilder model) => model.Entity<StoredFile>(file =>
    {
        file.ToTable("file");
        file.Property(row => row.Id).ValueGeneratedNever();
        file.Ignore(row => row.Subject);
        file.Ignore(row => row.Summary);

        // Two claims of one upload at once: the second one collides.
        file.Property(row => row.SubjectId).IsConcurrencyToken();
    });
}
