using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FillRequests;

/// <summary>
/// Makes requests with the skew of real ones: few units send many, few matters come often, five in a hundred are open,
/// submissions grow from year to year.
/// </summary>
internal sealed class RequestMaker(Random dice, FilledTexts texts, IReadOnlyList<Guid[]> lineages, IReadOnlyList<FilledService> services, WorkingCalendar calendar, Limit confirm, DateTimeOffset now)
{
    private static readonly RequestState[] OpenStates =
        [RequestState.Submitted, RequestState.Dispatched, RequestState.Dispatched, RequestState.Acknowledged, RequestState.Acknowledged, RequestState.Acknowledged, RequestState.Asked, RequestState.Disputed];

    private readonly Deadline deadline = new(calendar);
    private readonly Dictionary<(DateOnly Day, int Limit), DueTime> dues = [];

    /// <summary>The moment of the n-th of total requests: over three years, denser towards now, in order.</summary>
    public DateTimeOffset MomentOf(int place, int total) => now.AddDays(-3 * 365 * (1 - Math.Sqrt((place + 0.5) / total))).AddSeconds(-dice.Next(0, 600));

    public FilledRequest Make(string reference, DateTimeOffset at, bool isRecent)
    {
        var lineage = lineages[(int)(lineages.Count * Math.Pow(dice.NextDouble(), 2))];
        var ownerPlace = Math.Min(1, lineage.Length - 1);
        var isOpen = isRecent && dice.Next(100) < 60;
        var answered = Past(at.AddHours(dice.Next(2, 200)));
        var confirmBy = isRecent ? deadline.After(answered, confirm).At : answered;
        var state = isOpen ? OpenStates[dice.Next(OpenStates.Length)] : confirmBy > now && dice.Next(100) < 60 ? RequestState.Replied : RequestState.Closed;
        var replied = isOpen && state != RequestState.Disputed ? (DateTimeOffset?)null : answered;
        var service = services[(int)(services.Count * Math.Pow(dice.NextDouble(), 2))];
        var added = isOpen ? AddedTowards(now.AddHours(dice.Next(-60, 240)), at, service.Limit) : 0;
        var due = DueOf(at, service.Limit + added);
        var hops = ownerPlace > 0 && state != RequestState.Submitted && dice.Next(10) < 6 ? 2 : 1;
        return new FilledRequest
        {
            Id = SortableId.Next(at),
            Reference = reference,
            Service = service,
            Text = texts.Draw(dice),
            Visibility = dice.Next(10) switch { < 6 => Visibility.Named, < 9 => Visibility.Hidden, _ => Visibility.Anonymous },
            Channel = (Channel)dice.Next(1, 8),
            Lineage = lineage,
            OwnerPlace = ownerPlace,
            Hops = hops,
            State = state,
            SubmittedAt = at,
            DueAt = due.At,
            ConfirmBy = state == RequestState.Replied ? confirmBy : null,
            IsProvisional = due.Provisional,
            Added = added,
            Promise = FilledClock.Of(at, due.At, replied ?? now),
            Orders = hops == 1 ? [Order(0)] : [Order(0), Order(1)],
            RepliedAt = replied,
            ClosedAt = state == RequestState.Closed ? Past(replied!.Value.AddDays(dice.Next(0, 7))) : null,
            Outcome = state == RequestState.Closed ? (dice.Next(10) < 7 ? Outcome.Solved : Outcome.Silent) : null,
            Rating = state == RequestState.Closed && dice.Next(10) < 6 ? (Rating)dice.Next(1, 5) : null,
            Person = dice.Next(10_000),
        };

        FilledOrder Order(int hop)
        {
            var sentAt = at.AddMinutes(40 * hop);
            // Once answered, the promise holds a hop's own limit no longer.
            var dueAt = hop > 0 && replied is not null ? DueOf(sentAt, service.Limit + added).At : due.At;
            return new FilledOrder(SortableId.Next(sentAt), lineage[ownerPlace - hop], sentAt, dueAt, FilledClock.Of(sentAt, dueAt, isOpen ? now : replied ?? now));
        }
    }

    /// <summary>The story of one request, in order: kind, moment, public, unit.</summary>
    public static IEnumerable<(TimelineKind Kind, DateTimeOffset At, bool IsPublic, Guid Unit)> Story(FilledRequest request)
    {
        yield return (TimelineKind.Submitted, request.SubmittedAt, true, request.Owner);
        if (request.Hops > 1)
        {
            yield return (TimelineKind.Dispatched, request.SubmittedAt.AddMinutes(40), false, request.CurrentUnit);
        }

        if (request.State is not (RequestState.Submitted or RequestState.Dispatched))
        {
            yield return (TimelineKind.Acknowledged, request.SubmittedAt.AddMinutes(90), true, request.CurrentUnit);
        }

        if (request.Promise.BreachedAt is { } missed)
        {
            yield return (TimelineKind.Breached, missed, false, request.CurrentUnit);
        }

        if (request.RepliedAt is { } replied)
        {
            yield return (TimelineKind.Replied, replied, true, request.CurrentUnit);
        }

        if (request.ClosedAt is { } closed)
        {
            yield return (request.Outcome == Outcome.Solved ? TimelineKind.Confirmed : TimelineKind.Closed, closed, true, request.CurrentUnit);
        }
    }

    private DateTimeOffset Past(DateTimeOffset at) => at < now ? at : now;

    /// <summary>By how much the promise was moved so that it falls due about then; never sooner than the service's limit.</summary>
    private int AddedTowards(DateTimeOffset target, DateTimeOffset at, int limit) =>
        Math.Max(0, calendar.WorkingDaysBetween(ChinaTime.DateOf(at), ChinaTime.DateOf(target)) - limit);

    private DueTime DueOf(DateTimeOffset at, int limit)
    {
        var key = (ChinaTime.DateOf(at), limit);
        if (!dues.TryGetValue(key, out var due))
        {
            dues[key] = due = deadline.After(at, new Limit(limit, LimitUnit.WorkingDays));
        }

        return due;
    }
}
