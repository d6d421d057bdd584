using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenRequest;

namespace UnionHall.Requests.Templates;

/// <summary>Offers templates beside what is written on a case, and puts one in.</summary>
internal sealed class TemplatePicker(TemplateBook book, RequestsDb db)
{
    public async Task<TemplateOffer> OfferAsync(TemplateUse use, CaseView seen, Actor actor, CancellationToken stop) =>
        await book.OfferedAsync(use, (await ServiceAsync(seen, stop)).Code, actor.Account, stop);

    /// <summary>What was written with the template after it, filled as far as the case can fill it; one that is not offered adds nothing.</summary>
    public async Task<string> PutAsync(string? written, Guid template, TemplateOffer offer, CaseView seen, Actor actor, CancellationToken stop)
    {
        if (offer.Find(template) is not { } found)
        {
            return written ?? "";
        }

        var filled = TemplatePlaces.Fill(found.Words, seen, (await ServiceAsync(seen, stop)).Name, actor.Name);
        return string.IsNullOrWhiteSpace(written) ? filled : $"{written.TrimEnd()}\n{filled}";
    }

    private Task<Service> ServiceAsync(CaseView seen, CancellationToken stop) => db.Services.AsNoTracking().SingleAsync(row => row.Id == seen.Row.ServiceId, stop);
}
