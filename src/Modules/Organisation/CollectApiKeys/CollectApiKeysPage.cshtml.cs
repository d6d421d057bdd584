using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.CollectApiKeys;

/// <summary>接口密钥 of whoever is signed in: collected here, shown once.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class CollectApiKeysPage(OrganisationDb db, UnitDirectory units, CollectApiKeysHandler handler, ICurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ApiKeyView> Keys { get; private set; } = [];

    /// <summary>The key just collected.</summary>
    public string? Collected { get; private set; }

    public string? Refusal { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    /// <summary>Answered with the page itself: no address and no cookie may carry the key.</summary>
    public async Task OnPostAsync(Guid id, CancellationToken stop)
    {
        var collected = await handler.HandleAsync(await current.GetAsync(stop), id, stop);
        (Collected, Refusal) = (collected.Value, collected.Refusal?.Sentence);
        await ShowAsync(stop);
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var account = (await current.GetAsync(stop)).Account;
        var (now, today) = (clock.GetUtcNow(), ChinaTime.Today(clock));
        var keys = await db.ApiKeys.AsNoTracking().Include(key => key.Post).Where(key => key.Post.Account == account).OrderByDescending(key => key.Id).ToListAsync(stop);
        var names = await units.NamesAsync(keys.Select(key => key.Post.Unit), stop);
        Keys = [.. keys.Select(key => new ApiKeyView(key, names.GetValueOrDefault(key.Post.Unit, ""), today, now))];
    }
}
