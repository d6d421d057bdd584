using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.RevokeApiKey;

internal sealed class RevokeApiKeyForm
{
    public string? Reason { get; set; }
}

/// <summary>停用密钥.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class RevokeApiKeyPage(ApiKeysInReach keys, RevokeApiKeyHandler handler) : PageModel
{
    [BindProperty]
    public RevokeApiKeyForm Form { get; set; } = new();

    public ApiKeyView Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } reaching)
        {
            return NotFound();
        }

        if ((await handler.HandleAsync(reaching.Actor, Key.Key.Id, Form.Reason, stop)).Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"“{Key.Key.Name}”的密钥停用了，马上生效。");
        return LocalRedirect("/admin/api-keys");
    }

    private async Task<Reaching?> FindAsync(Guid id, CancellationToken stop)
    {
        var reaching = await keys.GetAsync(stop);
        Key = (await keys.FindAsync(id, reaching, stop))!;
        return Key is null ? null : reaching;
    }
}
