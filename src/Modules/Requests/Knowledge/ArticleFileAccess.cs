using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Knowledge;

/// <summary>The files of an article go with it: to everybody where it is public, to the desk while it is published, else to who may write it.</summary>
internal sealed class ArticleFileAccess(RequestsDb db, ArticleDesk desk) : IFileAccess
{
    public const string Kind = "article";

    public string SubjectKind => Kind;

    public async Task<bool> MayReadAsync(Subject subject, FileId file, Actor actor, CancellationToken stop) =>
        await db.Articles.AsNoTracking().SingleOrDefaultAsync(article => article.Id == subject.Id, stop) is { } article
        && (article.Audience == ArticleAudience.Everybody || (article.Published is not null && actor.Can(Permission.ReadRequests))
            || await desk.MayWriteAsync(actor, article, stop) || await desk.MayPublishAsync(actor, article, stop));
}
