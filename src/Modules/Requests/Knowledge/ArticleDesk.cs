using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Knowledge;

/// <summary>What every act on an article does around the entity's verb: find it, ask who may, index what readers see, save without overwriting.</summary>
internal sealed class ArticleDesk(RequestsDb db, UnitDirectory units)
{
    public static readonly Refusal NotFound = new("not-found", "找不到这一篇，可能撤下了。");

    public static readonly Refusal NotYours = new("not-here", "这一篇归别的单位管，只能看，不能改。");

    private static readonly Refusal Collided = new("collided", "您打开之后，这一篇刚刚被别人改过。您写的还在下面，先看看最新的一版，没问题再存一次。");

    public Task<Article?> FindAsync(Guid id, CancellationToken stop) =>
        db.Articles.Include(article => article.Versions).ThenInclude(version => version.Files).Include(article => article.Steps).AsSplitQuery().SingleOrDefaultAsync(article => article.Id == id, stop);

    public Task<bool> MayWriteAsync(Actor actor, Article article, CancellationToken stop) => MayAsync(actor, Permission.WriteKnowledge, article, stop);

    public Task<bool> MayPublishAsync(Actor actor, Article article, CancellationToken stop) => MayAsync(actor, Permission.PublishKnowledge, article, stop);

    /// <summary>Runs an act of somebody who holds the permission over the unit that answers for the article.</summary>
    /// <param name="seen">The row version he looked at; null where nothing depends on it.</param>
    public async Task<Result> ActAsync(Permission needs, Actor actor, Guid id, uint? seen, Func<Article, Task<Result>> verb, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } article)
        {
            return NotFound;
        }

        if (!await MayAsync(actor, needs, article, stop))
        {
            return NotYours;
        }

        if (seen is { } version && version != article.Version)
        {
            return Collided;
        }

        var result = await verb(article);
        if (!result.Succeeded)
        {
            db.Context.ChangeTracker.Clear();
            return result;
        }

        return await SaveAsync(article, actor, stop);
    }

    public async Task<Result> SaveAsync(Article article, Actor actor, CancellationToken stop)
    {
        Index(article);
        try
        {
            await db.SaveAsync(actor, stop);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Context.ChangeTracker.Clear();
            return Collided;
        }
    }

    /// <summary>Found by what its readers see; while it has no readers, by its latest version.</summary>
    private void Index(Article article)
    {
        var shown = article.Versions.First(version => version.Number == (article.Published ?? article.Number));
#pragma warning disable CS0618 // A finished literal whose lexemes Bigrams has quoted.
        db.Context.Entry(article).Property("WordIndex").CurrentValue = NpgsqlTsVector.Parse(Bigrams.ToTsVector([shown.Title, shown.Words]));
#pragma warning restore CS0618
    }

    private async Task<bool> MayAsync(Actor actor, Permission permission, Article article, CancellationToken stop) =>
        actor.IsPlatform || (actor.Can(permission) && actor.Can(permission, article.UnitId, [.. (await units.LineageAsync(article.UnitId, stop)).Select(unit => unit.UnitId)]));
}
