using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Open311;

/// <summary>
/// The one place that decides what the public may read (docs/decisions/0015): what was filed by Open311 and told by name, no report and no
/// petition; words and answer only where the filer agreed, and nobody of the union was named in it since.
/// </summary>
internal sealed class PublicRequestQuery(RequestsDb db, UnitDirectory units, IdentitySeal seal, TimeProvider clock)
{
    private static readonly TimelineKind[] Answers = [TimelineKind.Replied, TimelineKind.Closed, TimelineKind.Declined];

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PublicRequest>> ListAsync(PublicFilter filter, CancellationToken stop)
    {
        var rows = await Rows(filter).OrderByDescending(row => row.Filing.FiledAt).ThenByDescending(row => row.Filing.RequestId)
            .Skip((filter.Page - 1) * filter.Size).Take(filter.Size).ToListAsync(stop);
        List<RequestId> all = [.. rows.Select(row => row.Filing.RequestId)];
        List<RequestId> told = [.. rows.Where(row => row.HasWords).Select(row => row.Filing.RequestId)];
        var answers = (await db.Timeline.AsNoTracking()
            .Where(entry => told.Contains(entry.RequestId) && entry.IsPublic && Answers.Contains(entry.Kind) && entry.Text != null)
            .OrderBy(entry => entry.Id).Select(entry => new { entry.RequestId, entry.Text }).ToListAsync(stop)).ToLookup(entry => entry.RequestId, entry => entry.Text!);
        var touched = await db.Timeline.AsNoTracking().Where(entry => all.Contains(entry.RequestId) && entry.IsPublic)
            .GroupBy(entry => entry.RequestId).Select(entries => new { entries.Key, At = entries.Max(entry => entry.At) }).ToDictionaryAsync(entry => entry.Key, entry => entry.At, stop);
        var people = await db.Requesters.AsNoTracking().Where(person => told.Contains(person.RequestId)).ToDictionaryAsync(person => person.RequestId, stop);

        var found = new List<PublicRequest>(rows.Count);
        foreach (var row in rows)
        {
            var id = row.Filing.RequestId;
            var name = people.TryGetValue(id, out var person) ? seal.Open(person).Name : null;
            found.Add(await OfAsync(row, name, answers[id].LastOrDefault(), touched.GetValueOrDefault(id, row.Filing.FiledAt), stop));
        }

        return found;
    }

    public async Task<PublicRequest?> FindAsync(UnitId jurisdiction, string id, CancellationToken stop) =>
        (await ListAsync(PublicFilter.One(jurisdiction, Reference.Parse(id)), stop)).SingleOrDefault();

    private IQueryable<PublicRow> Rows(PublicFilter filter)
    {
        var rows =
            from filing in db.PublicFilings.AsNoTracking()
            join request in db.Requests on filing.RequestId equals request.Id
            join service in db.Services on request.ServiceId equals service.Id
            where filing.Jurisdiction == filter.Jurisdiction && request.Channel == Channel.Open311 && request.Visibility == Visibility.Named
                && request.MatterType != MatterType.Report && request.MatterType != MatterType.Petition
            select new PublicRow
            {
                Filing = filing,
                Reference = request.Reference,
                State = request.State,
                Words = request.Words,
                ServiceName = service.Name,
                Unit = request.CurrentUnit,
                DueAt = request.DueAt,
                ClosedAt = request.HeadId == null ? request.ClosedAt : db.Requests.Where(head => head.Id == request.HeadId).Select(head => head.ClosedAt).FirstOrDefault(),
                IsForOthersToo = request.Joined > 0 || db.Timeline.Any(entry => entry.RequestId == request.Id && entry.Kind == TimelineKind.TookIn),
                IsAboutSomebody = db.Accused.Any(one => one.RequestId == request.Id),
            };
        if (filter.References is { } references)
        {
            return rows.Where(row => references.Contains(row.Reference));
        }

        rows = rows.Where(row => row.Filing.FiledAt >= filter.From && row.Filing.FiledAt <= filter.To);
        rows = filter.Services is { } services ? rows.Where(row => services.Contains(row.Filing.ServiceCode)) : rows;
        return filter.IsOpen is { } isOpen ? rows.Where(row => (row.ClosedAt == null) == isOpen) : rows;
    }

    private async Task<PublicRequest> OfAsync(PublicRow row, string? name, string? answer, DateTimeOffset touchedAt, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        string? Told(string? text) => row.HasWords && text is not null ? PublicText.Of(text, name, today) : null;
        return new PublicRequest(
            row.Reference, row.ClosedAt is null, row.State, row.Filing.ServiceCode, row.ServiceName, Told(row.Words),
            row.State is RequestState.Replied or RequestState.Closed or RequestState.Declined && !row.IsForOthersToo ? Told(answer) : null,
            await AgencyAsync(row.Unit, stop), row.Filing.FiledAt, row.ClosedAt ?? touchedAt, row.ClosedAt is null ? row.DueAt : null, row.Filing.Lat, row.Filing.Long);
    }

    /// <summary>The union of an employer would tell where somebody works: the nearest above it that is none stands in its place.</summary>
    private async Task<string> AgencyAsync(UnitId unit, CancellationToken stop) =>
        (await units.LineageAsync(unit, stop)).FirstOrDefault(above => !OwnUnit.IsOfEmployer(above.Kind))?.Name ?? "";

    private sealed class PublicRow
    {
        public required PublicFiling Filing { get; init; }

        public required string Reference { get; init; }

        public RequestState State { get; init; }

        public required string Words { get; init; }

        public required string ServiceName { get; init; }

        public UnitId Unit { get; init; }

        public DateTimeOffset DueAt { get; init; }

        /// <summary>Handled under another it ends with that one.</summary>
        public DateTimeOffset? ClosedAt { get; init; }

        /// <summary>Its answer is written for others too, who may be sealed.</summary>
        public bool IsForOthersToo { get; init; }

        public bool IsAboutSomebody { get; init; }

        /// <summary>What was taken back is nobody's to read.</summary>
        public bool HasWords => Filing.WithWords && !IsAboutSomebody && State != RequestState.Withdrawn;
    }
}
