using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Imports;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.Data;

internal sealed class OrganisationDb(AppDbContext context, UnitTreeCache trees)
{
    public DbSet<Unit> Units => context.Set<Unit>();

    public DbSet<Post> Posts => context.Set<Post>();

    public DbSet<Delegation> Delegations => context.Set<Delegation>();

    public DbSet<ApiKey> ApiKeys => context.Set<ApiKey>();

    public DbSet<ImportBatch> Imports => context.Set<ImportBatch>();

    private IQueryable<Unit> WithHistory => Units.Include(unit => unit.Names).Include(unit => unit.Parents).AsSplitQuery();

    public DbSet<Enterprise> Enterprises => context.Set<Enterprise>();

    /// <summary>An enterprise with its head-counts, to be changed; null when there is none.</summary>
    public Task<Enterprise?> EnterpriseAsync(EnterpriseId id, CancellationToken stop) =>
        Enterprises.Include(enterprise => enterprise.HeadCounts).SingleOrDefaultAsync(enterprise => enterprise.Id == id, stop);

    /// <summary>Posts and delegations in force today, one row each.</summary>
    public IQueryable<PostInForce> PostsInForce(TimeProvider clock) => PostInForce.On(context, ChinaTime.Today(clock));

    /// <summary>A unit with its history, to be changed; null when there is none.</summary>
    public Task<Unit?> UnitAsync(UnitId id, CancellationToken stop) =>
        WithHistory.SingleOrDefaultAsync(unit => unit.Id == id, stop);

    public async Task<Dictionary<string, Unit>> UnitsByCodeAsync(IReadOnlyCollection<string> codes, CancellationToken stop) =>
        await WithHistory.Where(unit => codes.Contains(unit.Code)).ToDictionaryAsync(unit => unit.Code, StringComparer.Ordinal, stop);

    public Task<Dictionary<UnitId, Unit>> UnitsAsync(IReadOnlyCollection<UnitId> ids, CancellationToken stop) =>
        WithHistory.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, stop);

    /// <summary>Posts that end after the day: those held then and those to come.</summary>
    public IQueryable<Post> PostsAfter(DateOnly day) => Posts.Where(post => post.ToOn == null || post.ToOn > day);

    /// <summary>What an account holds or was lent after the day.</summary>
    public async Task<List<HeldRole>> HeldAsync(AccountId account, DateOnly day, CancellationToken stop)
    {
        var own = await PostsAfter(day).Where(post => post.Account == account).ToListAsync(stop);
        var lent = await Delegations.Include(row => row.Post).Where(row => row.ToAccount == account && row.ToOn > day).ToListAsync(stop);
        return
        [
            .. own.Select(post => new HeldRole(post.Unit, post.Role, post.Period, Lent: false)),
            .. lent.Select(row => new HeldRole(row.Post.Unit, row.Post.Role, new Period(row.FromOn, row.ToOn), Lent: true)),
        ];
    }

    /// <summary>Drops all that was loaded or changed and not saved.</summary>
    public void Forget() => context.ChangeTracker.Clear();

    public void Happened(IDomainEvent domainEvent) => context.Happened(domainEvent);

    /// <summary>
    /// Changes the shape of the tree: one writer at a time, the change sees the tree as it is, and paths follow in the
    /// same transaction. A refusal leaves nothing behind.
    /// </summary>
    public async Task<Result> ChangeTreeAsync(Actor actor, Func<UnitTree, Task<Result>> change, CancellationToken stop, string? reason = null)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await context.Database.ExecuteSqlAsync($"select 1 from organisation_version for update", stop);
        var result = await change(await trees.ReadAsync(stop));
        if (!result.Succeeded)
        {
            context.ChangeTracker.Clear();
            return result;
        }

        await SaveTreeAsync(actor, reason, stop);
        await transaction.CommitAsync(stop);
        trees.Expire();
        return result;
    }

    /// <summary>Learns what a change of the tree would be answered; nothing of it stays.</summary>
    public async Task<Result> RehearseAsync(Func<UnitTree, Task<Result>> change, CancellationToken stop)
    {
        try
        {
            return await change(await trees.ReadAsync(stop));
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// Changes the posts of these accounts: one writer at a time for each, and none while the tree changes, so that no two
    /// acts together break a rule.
    /// </summary>
    public Task<Result> ChangePostsAsync(
        Actor actor, IEnumerable<AccountId> accounts, Func<UnitTree, Task<Result>> change, CancellationToken stop, string? reason = null) =>
        ChangeAsync(actor, accounts.Select(account => account.ToString()), change, reason, stop);

    /// <summary>Changes enterprises: one writer at a time, so that no two acts together make a duplicate.</summary>
    public Task<Result> ChangeEnterprisesAsync(Actor actor, Func<UnitTree, Task<Result>> change, CancellationToken stop) =>
        ChangeAsync(actor, ["enterprise"], change, reason: null, stop);

    public Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null) => context.SaveAsync(actor, stop, reason);

    private async Task<Result> ChangeAsync(
        Actor actor, IEnumerable<string> keys, Func<UnitTree, Task<Result>> change, string? reason, CancellationToken stop)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        await context.Database.ExecuteSqlAsync($"select 1 from organisation_version for share", stop);
        foreach (var key in keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", stop);
        }

        var result = await change(await trees.ReadAsync(stop));
        if (!result.Succeeded)
        {
            context.ChangeTracker.Clear();
            return result;
        }

        await context.SaveAsync(actor, stop, reason);
        await transaction.CommitAsync(stop);
        return result;
    }

    private async Task SaveTreeAsync(Actor actor, string? reason, CancellationToken stop)
    {
        var reshaped = context.ChangeTracker.Entries<Unit>()
            .Where(entry => entry.State == EntityState.Added || entry.Property(unit => unit.ParentId).IsModified)
            .Select(entry => entry.Entity.Id.Value)
            .ToArray();
        await context.SaveAsync(actor, stop, reason);
        if (reshaped.Length > 0)
        {
            await context.Database.ExecuteSqlAsync($"select unit_paths_refresh({reshaped})", stop);
        }
    }
}
