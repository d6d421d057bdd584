using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Security.ChangePassword;

internal sealed class ChangePasswordForm
{
    [Required(ErrorMessage = "填一下现在的密码。"), StringLength(PasswordPolicy.Longest), DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [Required(ErrorMessage = "填一下新密码。"), StringLength(PasswordPolicy.Longest, ErrorMessage = "密码最多 {1} 个字符。"), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "新密码再填一遍。"), Compare(nameof(Password), ErrorMessage = "两遍新密码不一样，再填一次。"), DataType(DataType.Password)]
    public string Repeat { get; set; } = "";
}

[Authorize, EnableRateLimiting(RateLimits.SignInPolicy)]
internal sealed class ChangePasswordPage(ChangePasswordHandler handler, ICurrentActor current, IOptions<SignInOptions> rules, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangePasswordForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why he is asked, when he did not come by himself.</summary>
    public string? Why { get; private set; }

    public int History => rules.Value.PasswordHistory;

    public void OnGet() => Explain();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Explain();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var changed = await handler.HandleAsync(await current.GetAsync(stop), Here, Form, Visit.Of(HttpContext), stop);
        if (changed.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        await SessionCookie.WriteAsync(HttpContext, changed.Value!, rules.Value);
        TempData.Say("密码改好了，别的设备上都已退出。");
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account");
    }

    private SessionState Here => SessionState.Of(HttpContext);

    private void Explain() => Why = Here switch
    {
        { MustChangePassword: true } => "您现在用的是别人给的一次性密码。换成只有您知道的，再接着用。",
        var session when session.IsPasswordDue(rules.Value, clock.GetUtcNow()) => $"这个密码用了 {rules.Value.PasswordDays} 天，按规定该换了。换好就能接着用。",
        _ => null,
    };
}
