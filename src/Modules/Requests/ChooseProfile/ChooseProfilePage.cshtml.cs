using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.ListClocks;

namespace UnionHall.Requests.ChooseProfile;

[Needs(Permission.ManageSettings)]
internal sealed class ChooseProfilePage(ClockBook book, ChooseProfileHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ChooseProfileForm Form { get; set; } = new();

    public string Now { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        Form.From = book.Today;
        await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ShowAsync(stop);
        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData.Say($"从 {Form.From:yyyy-MM-dd} 起用{ClockProfiles.NameOf(Form.Profile!)}这一套。");
        return LocalRedirect("/admin/clocks");
    }

    private async Task ShowAsync(CancellationToken stop) => Now = ClockProfiles.NameOf((await book.ProfilesAsync(stop))[0].Profile);
}
