using UnionHall.Requests.Acting;

namespace UnionHall.Requests.DeclineRequest;

/// <summary>The way shown to the worker, started from a standard reply.</summary>
internal sealed class DeclineRequestForm : EntryForm
{
    public string? Way { get; set; }
}
