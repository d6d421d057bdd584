using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Notices;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Notify;

/// <summary>Tells the owner of an article that it is to be looked through; where he has left, those of its unit who publish.</summary>
internal sealed class TellOfArticles(RequestsDb db, NoticeBoard board, StaffDirectory staff) : IEventHandler<ArticleReviewFound>
{
    private static readonly Actor Platform = Actor.Platform("提醒");

    public async Task HandleAsync(ArticleReviewFound happened, CancellationToken stop)
    {
        var article = await db.Articles.AsNoTracking().SingleAsync(row => row.Id == happened.Article, stop);
        var people = await staff.AtAsync(article.UnitId, stop);
        var owner = people.Where(one => one.AccountId == article.Owner).Select(one => one.AccountId);
        var publishers = people.Where(one => one.Role.Allows(Permission.PublishKnowledge)).Select(one => one.AccountId);
        AccountId[] told = [.. owner.Any() ? owner.Distinct() : publishers.Distinct()];
        if (await board.SendAsync(db.Context, told, $"知识库“{article.Title}”到了复核的日子，看看还对不对", $"/desk/knowledge/{article.Id}", "article-review", stop) > 0)
        {
            db.Context.Happened(new ArticleOwnerTold(article.Id, told.Length));
        }

        await db.SaveAsync(Platform, stop);
    }
}
