using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.MakeApiKey;

/// <summary>开一个密钥.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class MakeApiKeyPage(ApiKeysInReach keys, MakeApiKeyHandler handler, TimeProvider clock) : PageModel
{
    private const int UsualSpeed = 120;

    [BindProperty]
    public MakeApiKeyForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    public IReadOnlyList<PostView> Posts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop)
    {
        (Form.LastDay, Form.PerMinute) = (ChinaTime.Today(clock).AddYears(1).AddDays(-1), UsualSpeed);
        return ShowAsync(stop);
    }

    /// <summary>找: shows the form again as typed, with the posts it finds.</summary>
    public Task OnPostLookAsync(CancellationToken stop)
    {
        ModelState.Clear();
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var reaching = await ShowAsync(stop);
        foreach (var refusal in ModelState.IsValid ? await handler.HandleAsync(reaching, Form, stop) : [])
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"密钥开好了。请告诉{Posts[0].Name}到“账号与安全 › 接口密钥”领取。");
        return LocalRedirect("/admin/api-keys");
    }

    private async Task<Reaching> ShowAsync(CancellationToken stop)
    {
        var reaching = await keys.GetAsync(stop);
        Posts = await keys.PostsAsync(reaching, Search, Form.Post, stop);
        return reaching;
    }
}
