using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.Passkeys;
using UnionHall.Platform.Security.RemovePasskey;
using UnionHall.Platform.Security.Sessions;
using UnionHall.Platform.Submissions;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Security.AddPasskey;

internal sealed class AddPasskeyForm
{
    [Required(ErrorMessage = "给这把密钥起个名，比如“我的手机”。"), StringLength(30, ErrorMessage = "名字最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "填一下现在的密码。"), StringLength(PasswordPolicy.Longest), DataType(DataType.Password)]
    public string Current { get; set; } = "";

    /// <summary>The browser's answer as JSON, filled in by the script.</summary>
    [Required(ErrorMessage = "这个浏览器没有给出通行密钥。换一个新一点的浏览器再试。"), StringLength(20_000)]
    public string Credential { get; set; } = "";
}

[Authorize, WithoutSubmissionKey, EnableRateLimiting(RateLimits.SignInPolicy)]
internal sealed class AddPasskeyPage(AppDbContext db, AddPasskeyHandler handler, RemovePasskeyHandler remover, ICurrentActor current) : PageModel
{
    [BindProperty]
    public AddPasskeyForm Form { get; set; } = new();

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => ListAsync(stop);

    /// <summary>For the script: the question to the device, or the sentence why not.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken stop)
    {
        var asked = await handler.AskAsync(await current.GetAsync(stop), HttpContext, Form.Current ?? "", stop);
        return asked.Refusal is { } refusal
            ? new ContentResult { Content = refusal.Sentence, StatusCode = StatusCodes.Status422UnprocessableEntity }
            : Content(asked.Value!, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var added = await handler.HandleAsync(await current.GetAsync(stop), HttpContext, Form, stop);
            if (added.Succeeded)
            {
                TempData.Say($"加好了“{Form.Name}”，下次可以用它登录。");
                return RedirectToPage();
            }

            ModelState.Add(added.Refusal!);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken stop)
    {
        ModelState.Clear();
        await remover.HandleAsync(await current.GetAsync(stop), id, stop);
        TempData.Say("去掉了，那把密钥不能再登录。");
        return RedirectToPage();
    }

    private AccountId Owner => SessionState.Of(HttpContext).Account;

    private async Task ListAsync(CancellationToken stop)
    {
        var owner = Owner;
        Passkeys = await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.Account == owner).OrderBy(passkey => passkey.CreatedAt).ToListAsync(stop);
    }
}
