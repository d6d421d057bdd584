using UnionHall.Platform.Ui;

namespace UnionHall.Requests.ListRequests;

/// <summary>A page of a list.</summary>
internal sealed record InboxPage
{
    public const int Size = 50;

    /// <summary>Counting stops here; more is told as "1 万件以上".</summary>
    public const int MostCounted = 10_000;

    public required IReadOnlyList<InboxRow> Rows { get; init; }

    public required int Count { get; init; }

    public required int First { get; init; }

    public required InboxCursor? Next { get; init; }

    public required int Late { get; init; }

    public required int Today { get; init; }

    public required int Asked { get; init; }

    public required IReadOnlyList<Workload> Workload { get; init; }

    public string CountWords => Words(Count);

    public static string Words(int count) => count > MostCounted ? "1 万件以上" : SpokenNumber.Of(count, "件");
}

/// <summary>What someone of the unit has on his desk.</summary>
internal sealed record Workload(string Name, int Open, int Late);

/// <summary>A row as a page shows it.</summary>
internal sealed record InboxRow(
    string Reference, string Title, string Excerpt, RequestState State, Visibility Visibility, MatterType MatterType, Channel Channel, int Disputes,
    DueView Due, string DueWords, string What, string Unit, string WorksAt, string? Assignee);
