using Microsoft.EntityFrameworkCore;

namespace UnionHall.Bench;

/// <summary>An ASP.NET Core app with EF Core and one page that reads one row: the least a cold start can cost.</summary>
internal static class EmptyApp
{
    public static async Task RunAsync(string connection, int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddDbContext<EmptyContext>(options => options.UseNpgsql(connection));
        builder.Services.AddRazorPages();
        await using var app = builder.Build();
        app.MapGet("/", async (EmptyContext db) => Results.Text($"<!doctype html><p>{await db.Categories.CountAsync()}", "text/html"));
        await app.RunAsync();
    }

    internal sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options)
    {
        public DbSet<EmptyCategory> Categories => Set<EmptyCategory>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<EmptyCategory>(category =>
        {
            category.ToTable("category").HasKey(row => row.Code);
            category.Property(row => row.Code).HasColumnName("code");
        });
    }

    internal sealed class EmptyCategory
    {
        public required string Code { get; init; }
    }
}
