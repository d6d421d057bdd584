namespace UnionHall.Platform.Submissions;

/// <summary>How a submission names itself.</summary>
public static class SubmissionKey
{
    /// <summary>The hidden field of every form that posts.</summary>
    public const string Field = "submission-key";

    /// <summary>The header of a JSON request (IETF draft httpapi-idempotency-key-header).</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Accepts any uuid but the empty one.</summary>
    public static bool TryRead(string? text, out Guid key) => Guid.TryParse(text?.Trim('"', ' '), out key) && key != Guid.Empty;
}
