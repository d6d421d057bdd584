using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Requests.Rates;

namespace UnionHall.Requests.ReadBulletin;

/// <summary>How far what was received has come; together they are the total.</summary>
internal enum BulletinEnd
{
    AtOnce = 1,
    Dispatched,
    Declined,
    Withdrawn,

    /// <summary>流转中.</summary>
    UnderWay,
}

/// <summary>So many of one kind.</summary>
/// <param name="LedBy">The last of the units at or below this one that had it in hand, and did not send it back.</param>
/// <param name="IsAtOnce">Answered, and never sent down.</param>
/// <param name="OnTime">First answered by the promised day; null: not answered yet.</param>
internal sealed record BulletinRow(Channel Channel, MatterType Kind, string Category, RequestState State, UnitId LedBy, bool IsAtOnce, bool? OnTime, bool IsRepeated, Rating? Rating, int Count)
{
    public BulletinEnd End => State switch
    {
        RequestState.Closed => IsAtOnce ? BulletinEnd.AtOnce : BulletinEnd.Dispatched,
        RequestState.Declined => BulletinEnd.Declined,
        RequestState.Withdrawn => BulletinEnd.Withdrawn,
        _ => BulletinEnd.UnderWay,
    };

    public static string Chinese(BulletinEnd end) => end switch
    {
        BulletinEnd.AtOnce => "首接单位直接办结",
        BulletinEnd.Dispatched => "派单办结",
        BulletinEnd.Declined => "已指路",
        BulletinEnd.Withdrawn => "职工撤回",
        _ => "流转中",
    };
}

/// <summary>A number with the one before it and the one of a year ago.</summary>
internal sealed record BulletinLine(string Name, int Count, int Previous, int LastYear)
{
    /// <summary>环比.</summary>
    public string Step => Change(Previous);

    /// <summary>同比.</summary>
    public string Yearly => Change(LastYear);

    public string Of(int total) => total == 0 ? "—" : Rate.Say((double)Count / total);

    private string Change(int before) => before == 0 ? "—" : ((Count - before) * 100.0 / before).ToString("+0.00;-0.00;0.00", System.Globalization.CultureInfo.InvariantCulture) + "%";
}

/// <summary>通报 of a unit and period (layout: specs, hotline bulletins). The lines of every table add up to the total.</summary>
internal sealed record Bulletin
{
    public required UnitSummary Unit { get; init; }

    public required RatePeriod Period { get; init; }

    /// <summary>How many of its days have begun, while it is not over; it is then compared with as many days of the earlier ones.</summary>
    public required int? Days { get; init; }

    public required BulletinLine Total { get; init; }

    public required IReadOnlyList<BulletinLine> Sources { get; init; }

    public required IReadOnlyList<BulletinLine> Kinds { get; init; }

    public required IReadOnlyList<BulletinLine> Ends { get; init; }

    public required IReadOnlyList<BulletinLine> Units { get; init; }

    public required IReadOnlyList<BulletinLine> Categories { get; init; }

    public required int Answered { get; init; }

    public required int OnTime { get; init; }

    public required int Repeated { get; init; }

    public required Rate RepeatedSatisfied { get; init; }

    public required RateTable Rates { get; init; }

    /// <summary>Units whose satisfaction lies below the floor, with enough answers to say so.</summary>
    public IReadOnlyList<RateRow> BelowFloor => [.. Rates.Rows.Where(row => row.Counts.Answered >= Rates.Formula.LeastAnswers && row.Counts.Satisfaction.Share * 100 < Rates.Formula.SatisfactionFloor).OrderBy(row => row.Counts.Satisfaction.Share)];

    public IReadOnlyList<(string Title, IReadOnlyList<BulletinLine> Lines)> Tables =>
        [("从哪里来", Sources), ("什么类型", Kinds), ("办到哪一步", Ends), ("哪个单位", Units), ("哪一类", Categories)];

    /// <summary>The sentences above the tables.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. Days is { } begun ? [$"{Period.Name}还没有过完，才到第 {begun} 天；环比、同比是和上一期、去年同期的头 {begun} 天比。"] : Array.Empty<string>(),
        $"{Period.Name}{(Days is null ? "" : "到现在")}共收到诉求 {Total.Count} 件，环比 {Total.Step}（上期{Span} {Total.Previous} 件），同比 {Total.Yearly}（去年同期{Span} {Total.LastYear} 件）。",
        $"已经答复 {Answered} 件，其中按时答复 {OnTime} 件{Percent("按时率", OnTime, Answered)}{Percent("答复率", Answered, Total.Count)}。",
        $"回访访到 {Rates.Total.Answered} 件，联系不上 {Rates.Total.Unreachable} 件，剔除 {Rates.Total.Excluded} 件。{Say("响应率", Rates.Total.Response)}，{Say("解决率", Rates.Total.Resolution)}，{Say("满意率", Rates.Total.Satisfaction)}。",
        $"职工说没解决、又办过的 {Repeated} 件，其中评了的 {RepeatedSatisfied.Count} 件，{Say("满意率", RepeatedSatisfied)}。",
        BelowFloor.Count == 0 ? $"没有单位的满意率低于 {Rates.Formula.SatisfactionFloor}%。" : $"满意率低于 {Rates.Formula.SatisfactionFloor}%，要改进的单位：{string.Join("、", BelowFloor.Select(row => $"{row.Unit.ShortName}（{row.Counts.Satisfaction.Percent}，{row.Counts.Answered} 件）"))}。",
    ];

    private string Span => Days is { } begun ? $"头 {begun} 天" : "";

    private string Say(string name, Rate rate) => rate.Count < Rates.Formula.LeastAnswers || rate.Interval is not { } bounds ? $"{name}：答得太少不算" : $"{name} {rate.Percent}（95% 区间 {Rate.Say(bounds.Low)}–{Rate.Say(bounds.High)}）";

    // Where there are too few to speak of a rate, the numbers stand alone.
    private string Percent(string name, int part, int whole) => whole < Rates.Formula.LeastAnswers ? "" : $"，{name} {Rate.Say((double)part / whole)}";
}
