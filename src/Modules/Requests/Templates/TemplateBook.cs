using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.Templates;

/// <summary>The templates of a day, the union's and somebody's own.</summary>
internal sealed class TemplateBook(RequestsDb db, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "reply-template";

    public DateOnly Today => ChinaTime.Today(clock);

    /// <summary>The union's, in force or planned, as its administrators see them.</summary>
    public async Task<IReadOnlyList<DatedRow<ReplyTemplate>>> ListAsync(CancellationToken stop)
    {
        var today = Today;
        return
        [
            .. (await db.Templates.AsNoTracking().Where(row => row.Owner == null).OrderBy(row => row.ValidFrom).ToListAsync(stop))
                .GroupBy(row => row.Code)
                .Select(versions => DatedRows.Of(versions, row => row.ValidFrom, today))
                .OrderBy(row => row.Shown.Use).ThenBy(row => !row.Shown.IsUsed).ThenBy(row => row.Shown.Service is not null).ThenBy(row => row.Shown.Id),
        ];
    }

    public async Task<DatedRow<ReplyTemplate>?> FindAsync(string code, CancellationToken stop) => (await ListAsync(stop)).FirstOrDefault(row => row.Shown.Code == code);

    public Task<List<ReplyTemplate>> OwnAsync(AccountId owner, CancellationToken stop) =>
        db.Templates.AsNoTracking().Where(row => row.Owner == owner).OrderBy(row => row.Use).ThenBy(row => row.Id).ToListAsync(stop);

    /// <summary>What is offered for an act on a request of this service: first those for the service.</summary>
    public async Task<TemplateOffer> OfferedAsync(TemplateUse use, string service, AccountId? owner, CancellationToken stop)
    {
        var today = Today;
        var union = (await ListAsync(stop)).Select(row => row.Shown).Where(row => row.IsUsed && row.ValidFrom <= today);
        var own = owner is { } account ? await OwnAsync(account, stop) : [];
        return new TemplateOffer(For(union), For(own));

        List<ReplyTemplate> For(IEnumerable<ReplyTemplate> rows) =>
            [.. rows.Where(row => row.Use == use && (row.Service is null || row.Service == service)).OrderBy(row => row.Service is null)];
    }
}

/// <summary>What may be put in.</summary>
internal sealed record TemplateOffer(IReadOnlyList<ReplyTemplate> Union, IReadOnlyList<ReplyTemplate> Own)
{
    public static readonly TemplateOffer None = new([], []);

    public bool IsEmpty => Union.Count + Own.Count == 0;

    public ReplyTemplate? Find(Guid id) => Union.Concat(Own).FirstOrDefault(row => row.Id == id);
}
