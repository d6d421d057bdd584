using UnionHall.Platform.Data;

namespace UnionHall.Requests.Domain;

/// <summary>How a round ended in the worker's own word, kept apart from the answer and from what a follow-up heard. He may change it for a while.</summary>
internal sealed class WorkerWord : IRaiseEvents
{
    private WorkerWord()
    {
    }

    public RequestId RequestId { get; private init; }

    public int Round { get; private init; }

    public HeardSolved? Solved { get; private set; }

    public Rating? Rating { get; private set; }

    public List<string> Reasons { get; private set; } = [];

    public string? Words { get; private set; }

    /// <summary>confirm: on his page, before it closed; link: by the closing message or on his page afterwards.</summary>
    public string Means { get; private set; } = "";

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? ChangedAt { get; private set; }

    public EventList Events { get; } = new();

    public static WorkerWord Of(Request request, Said said, string means, DateTimeOffset at)
    {
        var word = new WorkerWord { RequestId = request.Id, Round = request.Round, At = at };
        word.Take(said, means);
        return word;
    }

    public void Change(Said said, string means, DateTimeOffset at)
    {
        ChangedAt = at;
        Take(said, means);
    }

    private void Take(Said said, string means)
    {
        (Solved, Rating, Reasons, Words, Means) = (said.Solved, said.Rating, [.. said.Reasons], said.Words, means);
        Events.Add(new WorkerWordGiven(RequestId, Round, Rating));
    }
}

/// <summary>What the worker said of the end.</summary>
internal sealed record Said(HeardSolved? Solved, Rating? Rating, IReadOnlyList<string> Reasons, string? Words);
