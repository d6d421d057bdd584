using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Notices.ReadNoticeLedger;

/// <summary>The ledger of messages: every one to every person, by which way, in which state, at what cost.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ReadNoticeLedgerPage(NoticeLedger ledger, NoticeKinds kinds, AccountDirectory accounts, TimeProvider clock) : PageModel
{
    /// <summary>The longest stretch that is counted at once.</summary>
    public const int MostDays = 92;

    private const int Days = 7;

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>The user name of a member of staff.</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; set; }

    public LedgerFilter Filter { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IReadOnlyList<LedgerSum> Sums { get; private set; } = [];

    public Guid? Next { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>More days were asked for than are shown.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A user name was typed that nobody has.</summary>
    public bool IsNobody { get; private set; }

    public NoticeKinds Kinds => kinds;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static string Words(NoticeState state) => state switch
    {
        NoticeState.Sent => "送到了",
        NoticeState.Waiting => "等休息时间过去",
        _ => "攒着",
    };

    public static string ChannelWords(string channel) => channel == Notice.Site ? "站内" : channel;

    public async Task OnGetAsync(Guid? after, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var to = Known(To) ?? today;
        var from = Known(From) ?? to.AddDays(1 - Days);
        IsCut = to.DayNumber - from.DayNumber >= MostDays;
        Filter = new LedgerFilter(IsCut ? to.AddDays(1 - MostDays) : from, to)
        {
            Kind = string.IsNullOrWhiteSpace(Kind) ? null : Kind,
            State = Enum.TryParse<NoticeState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            Account = await FindAsync(stop),
        };
        IsFirst = after is null;
        if (IsNobody)
        {
            return;
        }

        var rows = await ledger.PageAsync(Filter, after, stop);
        Rows = [.. rows.Take(NoticeLedger.PageSize)];
        Next = rows.Count > NoticeLedger.PageSize ? Rows[^1].Id : null;
        Sums = await ledger.SumAsync(Filter, stop);
    }

    public string At(Guid? after) =>
        $"/admin/notices?from={Filter.From:yyyy-MM-dd}&to={Filter.To:yyyy-MM-dd}&kind={Uri.EscapeDataString(Filter.Kind ?? "")}&state={Filter.State}&who={Uri.EscapeDataString(Who ?? "")}"
        + (after is { } row ? $"&after={row}" : "");

    private static DateOnly? Known(DateOnly? typed) => typed is { Year: > 1900 and < 2200 } ? typed : null;

    private async Task<AccountId?> FindAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Who))
        {
            return null;
        }

        var found = await accounts.FindStaffAsync(Who, stop);
        IsNobody = found is null;
        return found?.Id;
    }
}
