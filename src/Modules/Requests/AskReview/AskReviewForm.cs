using UnionHall.Requests.Acting;

namespace UnionHall.Requests.AskReview;

/// <summary>What is asked, why, and the files that prove it.</summary>
internal sealed class AskReviewForm : EntryForm
{
    /// <summary>The code of a <see cref="ReviewKind"/>.</summary>
    public string? Kind { get; set; }
}
