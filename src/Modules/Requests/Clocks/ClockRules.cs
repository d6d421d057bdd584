using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Clocks;

/// <summary>The clock rules of the profile in force. Kept for half a minute: they change by an administrator's hand only.</summary>
internal sealed class ClockRules(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private volatile Loaded? loaded;

    public async ValueTask<RuleBook> InForceAsync(CancellationToken stop)
    {
        var (now, today) = (clock.GetTimestamp(), ChinaTime.Today(clock));
        if (loaded is not { } current || current.Book.Day != today || clock.GetElapsedTime(current.At, now) > Keep)
        {
            loaded = current = new Loaded(await ReadAsync(today, stop), now);
        }

        return current.Book;
    }

    public void Forget() => loaded = null;

    private async Task<RuleBook> ReadAsync(DateOnly today, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var profile = await db.Set<ClockProfile>().AsNoTracking().Where(row => row.ValidFrom <= today).OrderByDescending(row => row.ValidFrom).FirstAsync(stop);
        var rules = await db.Set<ClockRule>().AsNoTracking()
            .Where(rule => rule.Profile == profile.Profile && rule.ValidFrom <= today && (rule.ValidTo == null || rule.ValidTo >= today)).ToListAsync(stop);
        return new RuleBook(profile, rules, today);
    }

    private sealed record Loaded(RuleBook Book, long At);
}

/// <summary>The rules of a day.</summary>
internal sealed record RuleBook(ClockProfile Profile, IReadOnlyList<ClockRule> Rules, DateOnly Day)
{
    /// <summary>
    /// How long the handling may take and how far it may be extended: of a petition the decision (信访 Art 34), unless it is pressing;
    /// else by urgency. Null where the profile has none.
    /// </summary>
    public ClockRule? Handling(MatterType matter, Urgency urgency) =>
        matter == MatterType.Petition && urgency is Urgency.Ordinary or Urgency.Complex && Find(ClockDuty.Decision, matter, urgency) is { } decision
            ? decision
            : Find(ClockDuty.Handle, matter, urgency);

    /// <summary>The rule that names most of what the request is.</summary>
    public ClockRule? Find(ClockDuty duty, MatterType matter, Urgency urgency) => Rules
        .Where(rule => rule.Duty == duty && (rule.MatterType ?? matter) == matter && (rule.Urgency ?? urgency) == urgency)
        .OrderByDescending(rule => rule.MatterType is not null).ThenByDescending(rule => rule.Urgency is not null)
        .FirstOrDefault();

    /// <summary>Within what the worker is to be contacted after a dispatch; null where no rule asks for it.</summary>
    public ContactTerm? Contact(MatterType matter, Urgency urgency, DateTimeOffset dispatched, WorkingCalendar calendar) =>
        Find(ClockDuty.Contact, matter, urgency) is { } rule ? new ContactTerm(new Deadline(calendar).After(dispatched, rule.Limit).At, rule.Limit) : null;
}
