using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Platform.Submissions;

namespace UnionHall.Platform.Data;

/// <summary>
/// The one context. Each module contributes its tables by an <see cref="IModelPart"/> and reads them through a small
/// class of its own (RequestsDb); changes are saved by <see cref="SaveAsync"/> only.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options, IEnumerable<IModelPart> parts, ChangeRecorder recorder, SignalBus signals)
    : DbContext(options)
{
    private readonly List<IDomainEvent> events = [];
    private readonly HashSet<string> topics = new(StringComparer.Ordinal);
    private Submission? submission;
    private RunningJob? job;

    /// <summary>The job that uses this context, or null.</summary>
    internal Guid? Job => job?.Id;

    /// <summary>Records an event that no entity raises, such as a view of a sealed identity.</summary>
    public void Happened(IDomainEvent domainEvent) => events.Add(domainEvent);

    /// <summary>Signals the topic once the next save is committed; not at all if it fails.</summary>
    public void SignalAfterSave(string topic) => topics.Add(topic);

    /// <summary>
    /// Saves the changes with their audit records and jobs, in one transaction. A change without an event is a
    /// programming error: nothing may change without a trace.
    /// </summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="reason">Why, where the act asks for a reason.</param>
    public async Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null)
    {
        var raised = ChangeTracker.Entries<IRaiseEvents>().SelectMany(entry => entry.Entity.Events.Take()).Concat(events).ToList();
        events.Clear();
        if (raised.Count == 0 && ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("A change was saved without an event that says what happened.");
        }

        recorder.Record(this, raised, actor, reason);
        submission?.Attach(this);
        try
        {
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, stop);
        }
        catch (DbUpdateException problem) when (SubmissionRepeatedException.Explains(problem))
        {
            throw new SubmissionRepeatedException(problem);
        }

        submission?.Saved();
        await SignalAsync(stop);
    }

    /// <summary>Contexts are pooled: what an earlier scope left behind is dropped, and this scope's submission and job taken up.</summary>
    internal AppDbContext BeginScope(Submission current, RunningJob running)
    {
        events.Clear();
        topics.Clear();
        (submission, job) = (current, running);
        return this;
    }

    private async Task SignalAsync(CancellationToken stop)
    {
        foreach (var topic in topics)
        {
            if (Database.CurrentTransaction is null)
            {
                signals.Raise(topic);
            }
            else
            {
                // The caller commits later; PostgreSQL holds this one back until then.
                await Database.ExecuteSqlAsync($"select pg_notify({SignalBus.Channel}, {topic})", stop);
            }
        }

        topics.Clear();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("ltree");
        foreach (var part in parts)
        {
            part.Configure(modelBuilder);
        }

        SnakeCase.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var ids = parts.Select(part => part.GetType().Assembly).Append(typeof(AppDbContext).Assembly).Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsValueType && !type.IsGenericType && type.GetInterfaces().Any(IsId));
        foreach (var id in ids)
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IId<>);
}
