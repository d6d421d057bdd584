using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.FollowRequest;

/// <summary>A request as its worker sees it: who has it, what was promised, what was said. Nothing internal is in here.</summary>
internal sealed class FollowedRequest(
    Request request, IReadOnlyList<TimelineEntry> entries, ILookup<Guid, FileSummary> files, IReadOnlyDictionary<UnitId, string> names, Together? together, WorkingCalendar calendar, DateTimeOffset now)
{
    public Request Request => request;

    public DateTimeOffset Now => now;

    public bool HasEnded => request.ClosedAt is not null;

    public bool IsReplied => request.State == RequestState.Replied;

    /// <summary>What it is handled under; null while it stands for itself.</summary>
    public Together? Together => together;

    public string CurrentUnit => names[together?.Unit ?? request.CurrentUnit];

    /// <summary>Until when what it is handled under is answered.</summary>
    public string? TogetherBy => together is null ? null : SpokenTime.By(ChinaTime.DateOf(together.Head.IsAgain ? together.Head.NextDueAt : together.Head.DueAt), ChinaTime.DateOf(now));

    public IReadOnlyList<GivenAnswer> Answers { get; } = JsonSerializer.Deserialize<GivenAnswer[]>(request.Answers, ChangeRecorder.Json) ?? [];

    /// <summary>The promise of an answer; after "not solved", that somebody above gets in touch, until the next answer.</summary>
    public DueView Due { get; } = DueView.Of(
        request.IsAgain ? entries.Last(entry => entry.Kind is TimelineKind.Disputed or TimelineKind.Reworked or TimelineKind.Reopened).At : request.SubmittedAt,
        request.IsAgain ? request.NextDueAt : request.DueAt,
        request.LimitUnit, now, calendar, waiting: request.State == RequestState.Asked);

    /// <summary>Why the clock stands still and until when; null while it runs.</summary>
    public (string Until, string? Reason)? Standing => request.PausedUntil is { } until
        ? (SpokenTime.Day(ChinaTime.DateOf(until), ChinaTime.DateOf(now)), entries.LastOrDefault(entry => entry.Kind is TimelineKind.Paused or TimelineKind.Deferred)?.Text)
        : null;

    /// <summary>Until when silence is waited for after an answer.</summary>
    public string ConfirmBy => SpokenTime.By(ChinaTime.DateOf(request.NextDueAt), ChinaTime.DateOf(now));

    /// <summary>The question that waits for the worker.</summary>
    public TimelineEntry? Question => request.State == RequestState.Asked ? entries.LastOrDefault(entry => entry.Kind == TimelineKind.Asked) : null;

    public TimelineEntry? LastReply => entries.LastOrDefault(entry => entry.Kind is TimelineKind.Replied);

    public string When(DateTimeOffset at) => SpokenTime.Moment(at, now);

    /// <summary>清溪街道总工会 周同志.</summary>
    public string Who(TimelineEntry entry) => entry.UnitId is { } unit ? $"{names[unit]} {entry.ActorName}" : entry.ActorName;

    public IReadOnlyList<FileSummary> FilesOf(TimelineEntry entry) => [.. files[entry.Id]];

    public IReadOnlyList<RelayStop> Relay => RelayStop.Of(together?.Head ?? request, names);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<StoryLine> Story =>
    [
        .. StoryLine.Of(request, entries, files, names, now)
            .Concat(together is null ? [] : StoryLine.Of(together.Head, together.Entries, files, names, now))
            .OrderByDescending(line => line.At),
    ];
}
