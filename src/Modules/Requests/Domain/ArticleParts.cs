using UnionHall.Platform.Files;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>What of an article is written by people.</summary>
/// <param name="Changed">What this version changes; empty for the first.</param>
internal sealed record ArticleText(string Title, string Category, string Words, string Changed, DateOnly? ReviewOn)
{
    /// <summary>New files that come with it.</summary>
    public IReadOnlyCollection<FileId> Files { get; init; } = [];

    /// <summary>Files of the version before that it leaves out.</summary>
    public IReadOnlyCollection<FileId> Dropped { get; init; } = [];
}

/// <summary>A text as it once was.</summary>
internal sealed class ArticleVersion
{
    private readonly List<ArticleFile> files = [];

    public Guid ArticleId { get; init; }

    public int Number { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public required string Changed { get; init; }

    public DateTimeOffset At { get; init; }

    public AccountId? Account { get; init; }

    public required string ActorName { get; init; }

    public IReadOnlyList<ArticleFile> Files => files;

    public IEnumerable<FileId> FileIds => files.Select(file => file.FileId);

    public void Take(IEnumerable<FileId> taken) => files.AddRange(taken.Select(file => new ArticleFile { ArticleId = ArticleId, Number = Number, FileId = file }));
}

/// <summary>A file that a version shows to its readers.</summary>
internal sealed class ArticleFile
{
    public Guid ArticleId { get; init; }

    public int Number { get; init; }

    public FileId FileId { get; init; }
}

/// <summary>Who did what with an article.</summary>
internal sealed class ArticleStep
{
    public Guid Id { get; init; }

    public Guid ArticleId { get; init; }

    public DateTimeOffset At { get; init; }

    public AccountId? Account { get; init; }

    public required string ActorName { get; init; }

    public required string What { get; init; }

    public string? Note { get; init; }
}

/// <summary>What a reader thought of it.</summary>
internal sealed class ArticleOpinion
{
    public Guid Id { get; init; }

    public Guid ArticleId { get; init; }

    public int Number { get; init; }

    /// <summary>Null: somebody who is not signed in.</summary>
    public AccountId? Account { get; init; }

    /// <summary>Hash of the token of a browser in which nobody was signed in.</summary>
    public byte[]? Browser { get; init; }

    public bool Useful { get; set; }

    public string? Words { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>How many readers thought what of it.</summary>
internal sealed class ArticleTally
{
    public Guid ArticleId { get; init; }

    public int Useful { get; init; }

    public int Useless { get; init; }
}
