using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Knowledge;

/// <summary>The files of the published version go with it: to everybody where it is public, else to the desk; those of others to who may write it.</summary>
internal sealed class ArticleFileAccess(RequestsDb db, ArticleDesk desk) : IFileAccess
{
    public const string Kind = "article";

    public string SubjectKind => Kind;

    public async Task<bool> MayReadAsync(Subject subject, FileId file, Actor actor, CancellationToken stop) =>
        await db.Articles.AsNoTracking().SingleOrDefaultAsync(article => article.Id == subject.Id, stop) is { } article
        && (((article.Audience == ArticleAudience.Everybody || actor.Can(Permission.ReadRequests)) && await IsShownAsync(article, file, stop))
            || await desk.MayWriteAsync(actor, article, stop) || await desk.MayPublishAsync(actor, article, stop));

    private Task<bool> IsShownAsync(Article article, FileId file, CancellationToken stop) =>
        db.ArticleFiles.AnyAsync(row => row.ArticleId == article.Id && row.Number == article.Published && row.FileId == file, stop);
}
