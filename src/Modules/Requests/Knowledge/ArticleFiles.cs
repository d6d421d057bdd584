using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Requests.Data;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.Knowledge;

/// <summary>The files of a version, to be shown.</summary>
internal sealed class ArticleFiles(RequestsDb db, FileStore store)
{
    public async Task<List<CaseFile>> OfAsync(Guid article, int number, CancellationToken stop)
    {
        var own = await db.ArticleFiles.AsNoTracking().Where(row => row.ArticleId == article && row.Number == number).Select(row => row.FileId).ToListAsync(stop);
        return own.Count == 0 ? [] : [.. (await store.OfAsync(new Subject(ArticleFileAccess.Kind, article), stop)).Where(file => own.Contains(file.Id)).Select(file => new CaseFile(article, file))];
    }
}
