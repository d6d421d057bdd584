using Microsoft.EntityFrameworkCore;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.ReadKnowledge;

/// <summary>A reader says whether a public article was useful; he says it once, by his account or his browser, and may change it.</summary>
internal sealed class JudgeArticleHandler(RequestsDb db, TimeProvider clock)
{
    private const int WordsMost = 200;

    private static readonly Refusal Gone = new("article-gone", "这一篇刚刚撤下了。");

    /// <param name="browser">Hash of the token of his browser.</param>
    public async Task<Result> HandleAsync(Actor actor, byte[] browser, Guid article, JudgeArticleForm form, CancellationToken stop)
    {
        var words = PlainText.Clean(form.Words);
        if (PlainText.CountCodePoints(words) > WordsMost)
        {
            return Result.Refuse("words-long", $"最多 {WordsMost} 个字，现在 {PlainText.CountCodePoints(words)} 个。", nameof(form.Words));
        }

        if (form.Useful is not { } useful)
        {
            return Result.Refuse("useful-missing", "选一下有用还是没帮上。", nameof(form.Useful));
        }

        var number = await db.Articles.AsNoTracking().Where(row => row.Id == article && row.Audience == ArticleAudience.Everybody).Select(row => row.Published).SingleOrDefaultAsync(stop);
        return number is { } read ? await KeepAsync(actor, actor.Account is null ? browser : null, article, read, useful, words.Length == 0 ? null : words, stop) : Gone;
    }

    private async Task<Result> KeepAsync(Actor actor, byte[]? browser, Guid article, int number, bool useful, string? words, CancellationToken stop)
    {
        await using var transaction = await db.Context.Database.BeginTransactionAsync(stop);
        // Two presses at once wait here for each other, so that the second finds what the first said.
        await db.Context.Database.ExecuteSqlAsync($"insert into article_tally values ({article}, 0, 0) on conflict (article_id) do update set useful = article_tally.useful", stop);
        var given = actor.Account is { } account
            ? await db.Opinions.SingleOrDefaultAsync(row => row.ArticleId == article && row.Account == account, stop)
            : await db.Opinions.SingleOrDefaultAsync(row => row.ArticleId == article && row.Browser == browser, stop);
        if (given?.Useful == useful && (words is null || words == given.Words))
        {
            return Result.Done;
        }

        var (yes, no) = Change(given?.Useful, useful);
        await db.Context.Database.ExecuteSqlAsync(
            $"""
            update article_tally set useful = useful + {yes}, useless = useless + {no} where article_id = {article}
            """,
            stop);
        if (given is null)
        {
            given = db.Opinions.Add(new ArticleOpinion { Id = SortableId.Next(clock.GetUtcNow()), ArticleId = article, Number = number, Account = actor.Account, Browser = browser }).Entity;
        }

        (given.Useful, given.Words, given.At) = (useful, words ?? given.Words, clock.GetUtcNow());
        db.Context.Happened(new ArticleOpinionGiven(article, number, useful));
        await db.SaveAsync(actor, stop);
        await transaction.CommitAsync(stop);
        return Result.Done;
    }

    private static (int Yes, int No) Change(bool? before, bool after) => (before, after) switch
    {
        (null, true) => (1, 0),
        (null, false) => (0, 1),
        (false, true) => (1, -1),
        (true, false) => (-1, 1),
        _ => (0, 0),
    };
}

/// <summary>As typed.</summary>
internal sealed class JudgeArticleForm
{
    public bool? Useful { get; set; }

    /// <summary>What was missing.</summary>
    public string? Words { get; set; }
}
