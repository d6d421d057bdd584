using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the owner of an article that it is to be looked through; where he has left, those of its unit, else of the nearest one above, who publish.</summary>
internal sealed class TellOfArticles(RequestsDb db, NoticeBoard board, StaffDirectory staff, UnitDirectory units) : IEventHandler<ArticleReviewFound>
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    public async Task HandleAsync(ArticleReviewFound happened, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().SingleAsync(row => row.Id == happened.Article, stop);
        var told = await ReadersAsync(article, stop);
        if (await board.SendAsync(db.Context, told, $"知识库“{article.Title}”到了复核的日子，看看还对不对", $"/desk/knowledge/{article.Id}", "article-review", stop) > 0)
        {
            db.Context.Happened(new ArticleOwnerTold(article.Id, told.Length));
        }

        await db.SaveAsync(Platform, stop);
    }

    private async Task<AccountId[]> ReadersAsync(Article article, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(await units.SuccessorAsync(article.UnitId, stop), stop);
        foreach (var unit in lineage)
        {
            var people = await staff.AtAsync(unit.UnitId, stop);
            var isOwn = unit.UnitId == lineage[0].UnitId;
            AccountId[] told = isOwn && people.Any(one => one.AccountId == article.Owner)
                ? [article.Owner!.Value]
                : [.. people.Where(one => one.Role.Allows(Permission.PublishKnowledge) && (isOwn || one.WholeSubtree)).Select(one => one.AccountId).Distinct()];
            if (told.Length > 0)
            {
                return told;
            }
        }

        return [];
    }
}
