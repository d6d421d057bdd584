using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Text;

namespace UnionHall.Requests.ListRequests;

/// <summary>Puts a row into words.</summary>
internal sealed class RowWords(
    WorkingCalendar calendar, IReadOnlyDictionary<UnitId, UnitSummary> units, IReadOnlyDictionary<AccountId, AccountSummary> people,
    IReadOnlyDictionary<AccountId, Absence> absences, DateTimeOffset now)
{
    private const int Excerpt = 44;

    public InboxRow Of(RawRow row)
    {
        var due = Due(row);
        return new InboxRow(
            row.Reference,
            row.Title,
            PlainText.Excerpt(row.Words, Excerpt),
            row.State,
            row.Visibility,
            row.MatterType,
            row.Channel,
            row.Disputes,
            due,
            due.Left,
            row.IsOpen || row.State == RequestState.Replied ? due.By + (row.PausedUntil is not null && row.IsOpen ? "再看" : What(row.State)) : SpokenTime.Moment(row.SubmittedAt, now) + " 来的",
            units.GetValueOrDefault(new UnitId(row.Unit))?.ShortName ?? "",
            row.WorksAt is { } works ? units.GetValueOrDefault(new UnitId(works))?.ShortName ?? "" : "没说单位",
            Person(row.Assignee),
            Away(row.Assignee))
        {
            People = row.People,
        };
    }

    /// <summary>The name; null for nobody.</summary>
    public string? Person(Guid? account) => account is { } key ? people.GetValueOrDefault(new AccountId(key))?.Name ?? "前任" : null;

    /// <summary>That he is away, and who stands in; null when he is not.</summary>
    public string? Away(Guid? account) => account is { } key && absences.GetValueOrDefault(new AccountId(key)) is { } away ? AbsenceWords.Of(away) : null;

    private DueView Due(RawRow row)
    {
        var due = DueView.Of(row.StartedAt, row.NextDueAt, row.LimitUnit, now, calendar, row.State == RequestState.Asked);
        return row.State switch
        {
            _ when row.PausedUntil is not null && row.IsOpen => due with { State = RingState.Wait, Left = row.IsDeferred ? "挂账中" : "时限停着" },
            RequestState.Asked when due.State != RingState.Late => due with { Left = "等职工回话" },
            RequestState.Replied => due with { State = RingState.Wait, Left = "等职工确认" },
            RequestState.Closed or RequestState.Declined or RequestState.Withdrawn or RequestState.Merged => due with { State = RingState.Done, Left = row.State.Chinese() },
            _ => due,
        };
    }

    private static string What(RequestState state) => state switch
    {
        RequestState.Submitted => "派单或答复",
        RequestState.Dispatched => "签收办完",
        RequestState.Disputed => "联系职工",
        RequestState.Replied => "没说就办结",
        RequestState.Asked => "到期",
        _ => "答复",
    };
}
