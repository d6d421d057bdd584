namespace UnionHall.Requests.DecideReview;

internal sealed class DecideReviewForm
{
    /// <summary>yes or no.</summary>
    public string? Granted { get; set; }

    public string? Words { get; set; }
}
