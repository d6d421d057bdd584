using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Security.SignIn;

internal sealed class SignInForm
{
    [Required(ErrorMessage = "填一下手机号或账号。"), StringLength(SignInName.Longest, ErrorMessage = "手机号或账号没有这么长，再看一眼。")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "填一下密码。"), StringLength(PasswordPolicy.Longest, ErrorMessage = "密码没有这么长，再看一眼。"), DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

[AllowAnonymous, WithoutSubmissionKey, EnableRateLimiting(RateLimits.SignInPolicy)]
internal sealed class SignInPage(SignInHandler handler, PasskeySignInHandler passkeys, IOptions<SignInOptions> rules) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        HttpContext.Features.Get<SessionState>() is { } signedIn ? LocalRedirect(Target(signedIn.Kind)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        ModelState.IsValid ? await EnterAsync(await handler.HandleAsync(Form.Name, Form.Password, Visit.Of(HttpContext), stop)) : Page();

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken stop)
    {
        ModelState.Clear();
        return await EnterAsync(await passkeys.HandleAsync(HttpContext, credential, Visit.Of(HttpContext), stop));
    }

    private async Task<IActionResult> EnterAsync(Result<NewSession> answer)
    {
        if (answer.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        await SessionCookie.WriteAsync(HttpContext, answer.Value!, rules.Value);
        return LocalRedirect(Target(answer.Value!.Kind));
    }

    /// <summary>Where he wanted to go, if that is here; otherwise where his work is.</summary>
    private string Target(AccountKind kind) =>
        ReturnUrl is { } wanted && Url.IsLocalUrl(wanted) ? wanted : kind == AccountKind.Staff ? "/desk" : "/";
}
