using UnionHall.Platform.Ui;
using UnionHall.Requests.PreviewRequest;

namespace UnionHall.Requests.ListRequests;

/// <summary>A page of a list.</summary>
internal sealed record InboxPage
{
    public const int Size = 50;

    /// <summary>Counting stops here; more is told as "10,000 件以上".</summary>
    public const int MostCounted = 10_000;

    public required IReadOnlyList<InboxRow> Rows { get; init; }

    public required int First { get; init; }

    public required InboxCursor? Next { get; init; }

    public required int Late { get; init; }

    public required int Today { get; init; }

    public required int Asked { get; init; }

    public required IReadOnlyList<Workload> Workload { get; init; }

    /// <summary>What stands beside the list; null where there is nothing to show.</summary>
    public required Preview? Preview { get; init; }

    /// <summary>Null when there are more than were counted.</summary>
    public required int? Count { get; init; }

    /// <summary>How far was counted.</summary>
    public required int Counted { get; init; }

    public string CountWords => Words(Count, Counted);

    /// <param name="count">Null when there are more than were counted.</param>
    public static string Words(int? count, int counted) => count is { } all ? SpokenNumber.Of(all, "件") : $"{SpokenNumber.Of(counted)} 件以上";

    public static string Words(int count) => Words(count > MostCounted ? null : count, MostCounted);

    /// <summary>A number of the strip, where the unit stands in the label.</summary>
    public static string Figure(int count) => count > MostCounted ? $"{SpokenNumber.Of(MostCounted)}+" : SpokenNumber.Of(count);
}

/// <summary>What someone of the unit has on his desk.</summary>
internal sealed record Workload(string Name, int Open, int Late, bool IsAway = false);

/// <summary>A row as a page shows it.</summary>
internal sealed record InboxRow(
    string Reference, string Title, string Excerpt, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, int Disputes,
    DueView Due, string DueWords, string What, string Unit, string WorksAt, string? Assignee, string? Away)
{
    /// <summary>Persons whose matter it is.</summary>
    public int People { get; init; } = 1;
}

/// <summary>How many a list holds, and its first rows.</summary>
/// <param name="Count">Null when there are more than were counted.</param>
internal sealed record ListPeek(IReadOnlyList<InboxRow> First, int? Count, int Counted)
{
    public string Words => InboxPage.Words(Count, Counted);
}
