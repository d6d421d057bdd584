using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Something worth knowing, written once. What is written next is a new version; readers see the one that was published.</summary>
internal sealed class Article : IRaiseEvents
{
    private readonly List<ArticleVersion> versions = [];
    private readonly List<ArticleStep> steps = [];

    public Guid Id { get; private init; }

    public string Category { get; private set; } = "";

    /// <summary>Of the latest version.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The latest version.</summary>
    public int Number { get; private set; }

    /// <summary>The version that readers see; null: none.</summary>
    public int? Published { get; private set; }

    public ArticleAudience? Audience { get; private set; }

    /// <summary>The version to be published by itself.</summary>
    public int? Planned { get; private set; }

    public ArticleAudience? PlannedAudience { get; private set; }

    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>The unit that answers for it.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>Who wrote it and is told when it is to be looked through.</summary>
    public AccountId? Owner { get; private init; }

    public string OwnerName { get; private init; } = "";

    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The review day of which the owner was told.</summary>
    public DateOnly? ReviewTold { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<ArticleVersion> Versions => versions;

    public IReadOnlyList<ArticleStep> Steps => steps;

    public EventList Events { get; } = new();

    public ArticleVersion Latest => versions.MaxBy(version => version.Number)!;

    public bool IsDraft => Published is null;

    /// <summary>Written on since it was published.</summary>
    public bool HasNews => Published is { } published && published < Number;

    public static Article Write(ArticleText text, UnitId unit, Actor actor, DateTimeOffset at)
    {
        var article = new Article { Id = SortableId.Next(at), UnitId = unit, Owner = actor.Account, OwnerName = actor.Name };
        article.Add(text, actor, at);
        article.Events.Add(new ArticleWritten(article.Id, article.Number));
        return article;
    }

    /// <summary>A new version. What readers see stays until this one is published.</summary>
    public Result WriteOn(ArticleText text, Actor actor, DateTimeOffset at)
    {
        var latest = Latest;
        if (latest.Title == text.Title && latest.Words == text.Words && Category == text.Category && ReviewOn == text.ReviewOn && FilesWith(text).SetEquals(latest.FileIds))
        {
            return Result.Refuse("article-same", "和上一版一样，没有要存的。", "Words");
        }

        Add(text, actor, at);
        Events.Add(new ArticleWritten(Id, Number));
        return Result.Done;
    }

    public ArticleVersion? Find(int number) => versions.Find(version => version.Number == number);

    /// <summary>Shows a version to its readers, the latest or one from before, at once or at a time to come.</summary>
    public Result Publish(int number, ArticleAudience audience, DateTimeOffset? from, Actor actor, DateTimeOffset at)
    {
        if (Find(number) is null)
        {
            return Result.Refuse("version-missing", "没有这一版，刷新看看。");
        }

        if (from <= at)
        {
            return Result.Refuse("publish-past", "这个时间已经过了。选以后的时间，或现在就发布。", "At");
        }

        if (from > at.AddYears(1))
        {
            return Result.Refuse("publish-far", "排得太远了，一年以内才行。", "At");
        }

        if (from is null && Published == number && Audience == audience)
        {
            return Result.Refuse("published-already", $"这一版已经{audience.Chinese()}了，没有要发布的。");
        }

        if (from is { } later)
        {
            (Planned, PlannedAudience, PlannedAt) = (number, audience, later);
            Step(actor, at, $"排好发布第 {number} 版（{audience.Chinese()}）", null);
            Events.Add(new ArticlePlanned(Id, number, audience, later));
            return Result.Done;
        }

        Show(number, audience, actor, at);
        return Result.Done;
    }

    /// <summary>What was planned has come.</summary>
    public bool PublishPlanned(Actor actor, DateTimeOffset at)
    {
        if (Planned is not { } number || PlannedAt > at)
        {
            return false;
        }

        Show(number, PlannedAudience!.Value, actor, at);
        return true;
    }

    /// <summary>What was planned is off; what its readers see stays.</summary>
    public Result CancelPlan(Actor actor, DateTimeOffset at)
    {
        if (Planned is not { } number)
        {
            return Result.Refuse("not-planned", "没有排着要发布的。");
        }

        (Planned, PlannedAudience, PlannedAt) = (null, null, null);
        Step(actor, at, $"不再定时发布第 {number} 版", null);
        Events.Add(new ArticlePlanCancelled(Id, number));
        return Result.Done;
    }

    /// <summary>Nobody but its writers sees it any more; a plan is off too.</summary>
    public Result Withdraw(string reason, Actor actor, DateTimeOffset at)
    {
        if (Published is null && Planned is null)
        {
            return Result.Refuse("not-published", "它还没有发布，不用撤。");
        }

        (Published, Audience, PublishedAt, Planned, PlannedAudience, PlannedAt) = (null, null, null, null, null, null);
        Step(actor, at, "撤下", reason);
        Events.Add(new ArticleWithdrawn(Id));
        return Result.Done;
    }

    /// <summary>Looked through: it still holds.</summary>
    public Result Review(DateOnly next, DateOnly today, string? note, Actor actor, DateTimeOffset at)
    {
        if (next <= today)
        {
            return Result.Refuse("review-past", "下次复核要在今天以后。", "Next");
        }

        if (next > today.AddYears(5))
        {
            return Result.Refuse("review-far", "下次复核太远了，五年以内才行。", "Next");
        }

        ReviewOn = next;
        Step(actor, at, $"复核过，下次 {next:yyyy-MM-dd}", note);
        Events.Add(new ArticleReviewed(Id, next));
        return Result.Done;
    }

    /// <summary>The owner is told once of each review day.</summary>
    public bool RemindOf(DateOnly today)
    {
        if (ReviewOn is not { } day || day > today || ReviewTold == day)
        {
            return false;
        }

        ReviewTold = day;
        Events.Add(new ArticleReviewFound(Id, day));
        return true;
    }

    /// <summary>What the next version would show: the files of the latest without those left out, and the new ones.</summary>
    public HashSet<FileId> FilesWith(ArticleText text) => [.. (versions.Count == 0 ? [] : Latest.FileIds).Except(text.Dropped).Union(text.Files)];

    /// <summary>The unit that answered for it is no more.</summary>
    public void HandOn(UnitId to, Actor actor, DateTimeOffset at)
    {
        Events.Add(new ArticleHandedOn(Id, UnitId, to));
        UnitId = to;
        Step(actor, at, "转给接手的单位", null);
    }

    private void Add(ArticleText text, Actor actor, DateTimeOffset at)
    {
        var files = FilesWith(text);
        Number++;
        (Title, Category, ReviewOn, ChangedAt) = (text.Title, text.Category, text.ReviewOn, at);
        versions.Add(new ArticleVersion { ArticleId = Id, Number = Number, Title = text.Title, Words = text.Words, Changed = text.Changed, At = at, Account = actor.Account, ActorName = actor.Name });
        Latest.Take(files);
        Step(actor, at, $"写了第 {Number} 版", text.Changed.Length == 0 ? null : text.Changed);
    }

    private void Show(int number, ArticleAudience audience, Actor actor, DateTimeOffset at)
    {
        (Published, Audience, PublishedAt, Planned, PlannedAudience, PlannedAt) = (number, audience, at, null, null, null);
        Step(actor, at, $"发布第 {number} 版（{audience.Chinese()}）", null);
        Events.Add(new ArticlePublished(Id, number, audience));
    }

    private void Step(Actor actor, DateTimeOffset at, string what, string? note) =>
        steps.Add(new ArticleStep { Id = SortableId.Next(at), ArticleId = Id, At = at, Account = actor.Account, ActorName = actor.Name, What = what, Note = note });
}
