using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;

namespace UnionHall.Requests.Settings;

/// <summary>The numbers in force today. Kept for half a minute: they change by an administrator's hand only.</summary>
internal sealed class RequestSettings(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private volatile Loaded? loaded;

    public async ValueTask<Numbers> InForceAsync(CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        if (loaded is not { } current || clock.GetElapsedTime(current.At, now) > Keep)
        {
            loaded = current = new Loaded(await ReadAsync(stop), now);
        }

        return current.Numbers;
    }

    public void Forget() => loaded = null;

    private async Task<Numbers> ReadAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = ChinaTime.Today(clock);
        var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<RequestSetting>().AsNoTracking()
            .Where(row => row.ValidFrom <= today).OrderBy(row => row.ValidFrom).ToListAsync(stop);
        var values = rows.GroupBy(row => row.Key, StringComparer.Ordinal).ToDictionary(row => row.Key, row => row.Last().Value, StringComparer.Ordinal);
        return new Numbers(
            values["words-most"], values["photos-most"], values["desk-words-most"], values["desk-files-most"], values["dispute-working-days"], values["track-tries"],
            TimeSpan.FromMinutes(values["track-minutes"]))
        {
            Hops = new HopNumbers(
                values["return-working-days"], values["worker-chase-hours"], values["escalate-late-days"], values["escalate-reworks"], values["upper-working-days"],
                new Domain.ProblemRule(values["problem-reworks"], values["problem-units"])),
            Retaliation = new RetaliationNumbers(values["retaliation-first-days"], values["retaliation-second-days"], values["retaliation-ask-days"]),
            IdentityHours = values["identity-hours"],
            ShareDaysMost = values["share-days-most"],
            Same = new SameNumbers(values["same-matter-days"], values["same-words-percent"], values["new-facts-percent"], values["representatives-from"], values["representatives-most"]),
        };
    }

    private sealed record Loaded(Numbers Numbers, long At);
}

/// <summary>The numbers of a day.</summary>
/// <param name="WordsMost">Code points of what a worker says at once.</param>
/// <param name="PhotosMost">Files with it.</param>
/// <param name="DeskWordsMost">Code points of what the desk writes at once.</param>
/// <param name="DeskFilesMost">Files with it.</param>
/// <param name="DisputeWorkingDays">Within how many working days someone above the handler contacts a worker who said "not solved".</param>
/// <param name="TrackTries">Wrong passphrases for one reference before it is locked.</param>
/// <param name="TrackWindow">Within this time; and for this long.</param>
internal sealed record Numbers(int WordsMost, int PhotosMost, int DeskWordsMost, int DeskFilesMost, int DisputeWorkingDays, int TrackTries, TimeSpan TrackWindow)
{
    public required HopNumbers Hops { get; init; }

    public required SameNumbers Same { get; init; }

    /// <summary>Days for which something may be opened to an outside party at most.</summary>
    public required int ShareDaysMost { get; init; }

    /// <summary>Hours for which a second person's consent opens the identity of a report.</summary>
    public required int IdentityHours { get; init; }

    public required RetaliationNumbers Retaliation { get; init; }
}

/// <summary>The numbers of hops.</summary>
/// <param name="ReturnWorkingDays">Within how many working days of the dispatch a unit may object; petitions have a rule of their own.</param>
/// <param name="ChaseHours">After how many hours a worker may chase again.</param>
/// <param name="LateDays">So many working days after its deadline a hop goes up.</param>
/// <param name="Reworks">At which "not solved" it goes one unit higher.</param>
/// <param name="UpperDays">Within how many working days the upper unit deals with what came up to it.</param>
internal sealed record HopNumbers(int ReturnWorkingDays, int ChaseHours, int LateDays, int Reworks, int UpperDays, Domain.ProblemRule Problem);

/// <summary>When what is said again is the same matter.</summary>
/// <param name="Days">So many days back, and after the end.</param>
/// <param name="WordsPercent">From this likeness of words on.</param>
/// <param name="NewPercent">So much must not have been said before, so that it opens an ended request again.</param>
/// <param name="RepresentativesFrom">From so many persons on, representatives are asked for.</param>
/// <param name="RepresentativesMost">So many at most (信访工作条例 Art 20).</param>
internal sealed record SameNumbers(int Days, int WordsPercent, int NewPercent, int RepresentativesFrom, int RepresentativesMost);

/// <summary>When a worker is asked whether he was given a hard time.</summary>
/// <param name="FirstDays">So many days after the end.</param>
/// <param name="SecondDays">And so many.</param>
/// <param name="AskDays">For so many days he is asked.</param>
internal sealed record RetaliationNumbers(int FirstDays, int SecondDays, int AskDays);
