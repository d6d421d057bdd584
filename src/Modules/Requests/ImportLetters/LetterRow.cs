namespace UnionHall.Requests.ImportLetters;

/// <summary>A past letter with its answer, as read from a file; or why the row cannot be one.</summary>
internal sealed record LetterRow
{
    public required int Row { get; init; }

    /// <summary>A Chinese sentence when the row is refused; then nothing else is set.</summary>
    public string? Refusal { get; init; }

    public byte[] Key { get; init; } = [];

    public string Sender { get; init; } = string.Empty;

    public string Title { get; init; } = string.Empty;

    public string Words { get; init; } = string.Empty;

    public DateTimeOffset SentAt { get; init; }

    public string Reply { get; init; } = string.Empty;

    public DateTimeOffset RepliedAt { get; init; }

    public static LetterRow Refused(int row, string why) => new() { Row = row, Refusal = why };
}
