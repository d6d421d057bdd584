using UnionHall.Messaging;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Intake;

/// <summary>What every door does with a new request once it is checked: number it, promise a date, seal the person, index the words.</summary>
internal sealed class RequestIntake(RequestsDb db, FirstReceiver receiver, AccusedFinder accusedFinder, NumberSeries numbers, Calendars calendars, ClockRules rules, IdentitySeal seal)
{
    private static readonly Actor Clocks = Actor.Platform("时限规则");

    public async Task<Received> ReceiveAsync(NewRequest asked, Actor actor, DateTimeOffset at, CancellationToken stop)
    {
        asked = asked.Service.MatterType == MatterType.Report && asked.Visibility == Visibility.Named ? asked with { Visibility = Visibility.Hidden } : asked;
        var accused = asked.Known.Union(await accusedFinder.FindAsync(asked.Accused, asked.WorksAt, stop)).ToList();
        var owner = asked.Receiver ?? (await receiver.FindAsync(asked.Service, asked.WorksAt, asked.Visibility, stop, [.. accused.Select(one => one.Unit).OfType<UnitId>()])).UnitId;
        var (calendar, book) = (await calendars.CurrentAsync(stop), await rules.InForceAsync(stop));
        var limit = new Limit(asked.Service.LimitWorkingDays, LimitUnit.WorkingDays);
        var due = new Deadline(calendar).After(at, limit);
        var draft = new RequestDraft
        {
            Reference = await numbers.NextAsync(ChinaTime.DateOf(at).Year, stop),
            Service = asked.Service,
            Title = asked.Title ?? PlainText.FirstSentence(asked.Words, 24),
            Words = asked.Words,
            Answers = asked.Answers,
            Accused = asked.Accused,
            Visibility = asked.Visibility,
            Channel = asked.Channel,
            WorksAt = asked.WorksAt,
            Owner = owner,
            DueAt = due.At,
            IsProvisional = due.Provisional,
            Limit = limit,
            Contact = book.Contact(asked.Service.MatterType, asked.Service.Urgency, at, calendar),
            RegisteredBy = asked.RegisteredBy,
            Source = asked.Source,
            SourceKey = asked.SourceKey,
            MailBox = asked.MailBox,
        };
        var request = Request.Submit(draft, actor, at);
        if (request.MatterType == MatterType.Petition && book.Find(ClockDuty.Notice, request.MatterType, request.Urgency) is { } notice)
        {
            db.Duties.Add(request.StartDuty(notice, at, calendar, Clocks, at));
        }

        var passphrase = Passphrase.Create();
        db.Add(request);
        db.Accused.AddRange(accused.Select(one => Accused.Of(request.Id, one, at)));
        db.Requesters.Add(seal.Seal(request.Id, request.Reference, asked.Visibility, asked.Person, passphrase));
        return new Received(request, passphrase);
    }
}

/// <summary>A request as a door hands it in, already checked.</summary>
internal sealed record NewRequest
{
    public const int AccusedMost = 200;

    public required Service Service { get; init; }

    /// <summary>Null: made from the first words.</summary>
    public string? Title { get; init; }

    public required string Words { get; init; }

    public string Answers { get; init; } = "[]";

    /// <summary>Who or what it is about, in the worker's words.</summary>
    public string? Accused { get; init; }

    /// <summary>Whom of the union it is about, where that is known already.</summary>
    public IReadOnlyList<AccusedOne> Known { get; init; } = [];

    public required Visibility Visibility { get; init; }

    public required Channel Channel { get; init; }

    public UnitId? WorksAt { get; init; }

    /// <summary>Who receives it, where that does not follow from service and workplace.</summary>
    public UnitId? Receiver { get; init; }

    public Person? Person { get; init; }

    /// <summary>The mailbox of a letter, which its receiver keeps.</summary>
    public MailBoxId? MailBox { get; init; }

    public AccountId? RegisteredBy { get; init; }

    /// <summary>By what it came, where <see cref="SourceKey"/> says which one: no two requests have the same.</summary>
    public string? Source { get; init; }

    public byte[]? SourceKey { get; init; }
}

/// <summary>A request received, with the passphrase that is shown once.</summary>
internal sealed record Received(Request Request, string Passphrase);
