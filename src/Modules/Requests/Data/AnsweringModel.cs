using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Files;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

/// <summary>The tables of what helps to answer.</summary>
internal static class AnsweringModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ReplyTemplate>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Use).AsText();
            row.Ignore(one => one.Text);
        });
        model.Entity<ReplyDraft>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Kind).AsText();
            row.Ignore(one => one.Writer);
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
            row.HasOne<TimelineEntry>().WithMany().HasForeignKey(one => one.EntryId);
        });
        model.Entity<RequestCheck>(row =>
        {
            row.HasKey(one => new { one.RequestId, one.Round, one.Key });
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
        });
        model.Entity<Macro>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Steps).HasColumnType("jsonb");
            row.Ignore(one => one.Each);
        });
        model.Entity<Mention>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasOne<Request>().WithMany().HasForeignKey(one => one.RequestId);
            row.HasOne<TimelineEntry>().WithMany().HasForeignKey(one => one.EntryId);
        });
        model.Entity<Article>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Audience).AsText();
            row.Property(one => one.PlannedAudience).AsText();
            row.Property(one => one.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            row.Property<NpgsqlTypes.NpgsqlTsVector?>("WordIndex");
            row.Ignore(one => one.Events).Ignore(one => one.IsDraft).Ignore(one => one.HasNews).Ignore(one => one.Latest);
            row.HasOne<Category>().WithMany().HasForeignKey(one => one.Category);
            row.HasMany(one => one.Versions).WithOne().HasForeignKey(version => version.ArticleId);
            row.HasMany(one => one.Steps).WithOne().HasForeignKey(step => step.ArticleId);
            row.Navigation(one => one.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
            row.Navigation(one => one.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ArticleVersion>(row =>
        {
            row.HasKey(version => new { version.ArticleId, version.Number });
            row.Ignore(version => version.FileIds);
            row.HasMany(version => version.Files).WithOne().HasForeignKey(file => new { file.ArticleId, file.Number });
            row.Navigation(version => version.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ArticleFile>(row =>
        {
            row.HasKey(file => new { file.ArticleId, file.Number, file.FileId });
            row.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.FileId);
        });
        model.Entity<ArticleStep>().Property(step => step.Id).ValueGeneratedNever();
        model.Entity<ArticleTally>().HasKey(tally => tally.ArticleId);
        model.Entity<ArticleTally>().HasOne<Article>().WithOne().HasForeignKey<ArticleTally>(tally => tally.ArticleId);
        model.Entity<ArticleOpinion>(row =>
        {
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasOne<Article>().WithMany().HasForeignKey(one => one.ArticleId);
        });
    }
}
