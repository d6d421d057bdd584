using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Ui;

namespace UnionHall.App.ChangePreferences;

/// <summary>Takes the switches of 长辈版, theme and keys from any page and goes back to it.</summary>
[WithoutSubmissionKey]
internal sealed class ChangePreferencesPage : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/me");

    public IActionResult OnPost(string? theme, string? size, string? keys, string? returnUrl)
    {
        PagePreferences.Of(Request).With(theme, size, keys).Keep(Response);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/me");
    }
}
