using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ReplyRequest;

namespace UnionHall.Requests.ImportLetters;

/// <summary>
/// Stores past letters as closed requests at their own dates. Each batch is one transaction and a letter's key is
/// unique, so an interrupted import is simply run again.
/// </summary>
internal sealed class ImportLettersHandler(RequestsDb db, ServiceCatalogue services, NumberSeries numbers, IdentitySeal seal, Calendars calendars, ConfirmWindow window)
{
    private static readonly Actor Importer = Actor.Platform("来信导入");

    /// <summary>Stores those of the batch that are not there yet.</summary>
    /// <returns>How many were stored.</returns>
    public async Task<int> HandleAsync(IReadOnlyList<LetterRow> batch, UnitSummary unit, DateTimeOffset now, CancellationToken stop)
    {
        var fresh = await FreshAsync(batch, stop);
        var service = await services.GeneralAsync(MatterType.Help, stop)
            ?? throw new InvalidOperationException("The catalogue has no service for letters.");
        var deadline = await calendars.DeadlineAsync(stop);
        foreach (var letter in fresh)
        {
            await AddAsync(letter, service, unit, deadline, now, stop);
        }

        await db.SaveAsync(Importer, stop);
        db.Context.ChangeTracker.Clear();
        return fresh.Count;
    }

    /// <summary>The letters that are not stored yet.</summary>
    public async Task<List<LetterRow>> FreshAsync(IReadOnlyList<LetterRow> batch, CancellationToken stop)
    {
        var keys = batch.Select(letter => letter.Key).ToList();
        var known = await db.Requests.Where(request => keys.Contains(request.SourceKey!)).Select(request => request.SourceKey!).ToListAsync(stop);
        var stored = known.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        return [.. batch.Where(letter => !stored.Contains(Convert.ToHexString(letter.Key)))];
    }

    private async Task AddAsync(LetterRow letter, Service service, UnitSummary unit, Deadline deadline, DateTimeOffset now, CancellationToken stop)
    {
        var limit = new Limit(service.LimitWorkingDays, LimitUnit.WorkingDays);
        var due = deadline.After(letter.SentAt, limit);
        var draft = new RequestDraft
        {
            Reference = await numbers.NextAsync(ChinaTime.DateOf(letter.SentAt).Year, stop),
            Service = service,
            Title = letter.Title,
            Words = letter.Words,
            Visibility = Visibility.Named,
            Channel = Channel.Letter,
            Owner = unit.UnitId,
            DueAt = due.At,
            IsProvisional = due.Provisional,
            Limit = limit,
            Source = "letters",
            SourceKey = letter.Key,
        };
        var request = Request.Submit(draft, Importer, letter.SentAt);
        var confirmBy = await window.EndAsync(letter.RepliedAt, stop);
        request.Reply(letter.Reply, confirmBy, Importer, letter.RepliedAt);
        if (confirmBy <= now)
        {
            request.CloseSilent(Importer, confirmBy);
        }

        // It happened long ago: nobody is to be told of it now, so the import is the one thing on record.
        request.Events.Take();
        request.Events.Add(new LetterImported(request.Id, request.Reference, letter.Row));
        db.Add(request);
        db.Requesters.Add(seal.Seal(request.Id, request.Reference, Visibility.Named, new Person(null, letter.Sender, null), passphrase: null));
    }
}
