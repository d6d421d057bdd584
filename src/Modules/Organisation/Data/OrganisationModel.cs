using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Imports;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Data;

internal sealed class OrganisationModel : IModelPart
{
    public void Configure(ModelBuilder model)
    {
        ConfigureUnits(model);
        ConfigureNesting(model);
        ConfigurePosts(model);
        ConfigureApiKeys(model);
        ConfigureEnterprises(model);
        ConfigureImports(model);
    }

    private static void ConfigureUnits(ModelBuilder model)
    {
        model.Entity<Unit>(unit =>
        {
            unit.Ignore(row => row.Events);
            unit.Property(row => row.Id).ValueGeneratedNever();
            unit.Property(row => row.Kind).HasConversion(kind => kind.Code(), code => UnitKinds.Parse(code)!.Value);
            unit.Property(row => row.Path).Metadata.SetAfterSaveBehavior(Microsoft.EntityFrameworkCore.Metadata.PropertySaveBehavior.Ignore);
            unit.HasOne<Unit>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
            unit.HasOne<Unit>().WithMany().HasForeignKey(row => row.MergedInto).OnDelete(DeleteBehavior.Restrict);
            unit.HasMany(row => row.Names).WithOne().HasForeignKey(name => name.UnitId).OnDelete(DeleteBehavior.ClientCascade);
            unit.HasMany(row => row.Parents).WithOne().HasForeignKey(parent => parent.UnitId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<UnitName>().HasKey(name => new { name.UnitId, name.FromOn });
        model.Entity<UnitParent>().HasKey(parent => new { parent.UnitId, parent.FromOn });
        model.Entity<UnitParent>().HasOne<Unit>().WithMany().HasForeignKey(parent => parent.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void ConfigureNesting(ModelBuilder model) =>
        model.Entity<UnitNesting>().HasKey(pair => new { pair.ParentKind, pair.ChildKind });

    private static void ConfigurePosts(ModelBuilder model)
    {
        model.Entity<Post>(post =>
        {
            post.Ignore(row => row.Events);
            post.Property(row => row.Id).ValueGeneratedNever();
            post.Property(row => row.Account).HasColumnName("account_id");
            post.Property(row => row.Unit).HasColumnName("unit_id");
            post.Property(row => row.Role).HasConversion(role => role.Code(), code => RoleNames.Parse(code)!.Value);
            post.HasOne<Unit>().WithMany().HasForeignKey(row => row.Unit).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Delegation>(lent =>
        {
            lent.Ignore(row => row.Events);
            lent.Property(row => row.Id).ValueGeneratedNever();
            lent.HasOne(row => row.Post).WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureApiKeys(ModelBuilder model) => model.Entity<ApiKey>(key =>
    {
        key.Ignore(row => row.Events);
        key.Property(row => row.Id).ValueGeneratedNever();
        key.HasOne(row => row.Post).WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
    });

    private static void ConfigureEnterprises(ModelBuilder model)
    {
        model.Entity<Enterprise>(enterprise =>
        {
            enterprise.Ignore(row => row.Events);
            enterprise.Property(row => row.Id).ValueGeneratedNever();
            enterprise.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
            enterprise.HasMany(row => row.HeadCounts).WithOne().HasForeignKey(count => count.EnterpriseId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<HeadCount>().ToTable("enterprise_head_count").HasKey(count => new { count.EnterpriseId, count.CountedOn });
    }

    private static void ConfigureImports(ModelBuilder model)
    {
        model.Entity<ImportBatch>(batch =>
        {
            batch.Ignore(row => row.Events);
            batch.Property(row => row.Id).ValueGeneratedNever();
            batch.Property(row => row.Account).HasColumnName("account_id");
            batch.Property(row => row.Kind).HasConversion(kind => kind.Code(), code => ImportKinds.Parse(code)!.Value);
            batch.HasMany(row => row.Changes).WithOne().HasForeignKey(change => change.BatchId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<ImportChange>().HasKey(change => new { change.BatchId, change.RowNumber });
    }
}
