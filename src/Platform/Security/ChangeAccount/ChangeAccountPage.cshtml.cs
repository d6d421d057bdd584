using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security.Accounts;
using UnionHall.Platform.Security.ResetPassword;
using UnionHall.Platform.Security.ShowPassword;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security.ChangeAccount;

internal sealed class ChangeAccountForm
{
    [Required(ErrorMessage = "写一句为什么，会记在审计里。"), StringLength(200, ErrorMessage = "原因最多 200 个字。")]
    public string Reason { get; set; } = "";
}

/// <summary>Somebody else's account: what it is, and what may be done to it, each with a reason.</summary>
[Needs(Permission.ManageAccess)]
internal sealed class ChangeAccountPage(
    ChangeAccountQuery query, ChangeAccountHandler handler, ResetPasswordHandler passwords, AccountsInReach accounts, PasswordSlips slips, ICurrentActor current) : PageModel
{
    [BindProperty]
    public ChangeAccountForm Form { get; set; } = new();

    public AccountView Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await query.ReadAsync(await current.GetAsync(stop), new AccountId(id), stop) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        return Page();
    }

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken stop) => ChangeAsync(handler.DisableAsync, id, "停用了，登录着的设备都退出了。", stop);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken stop) => ChangeAsync(handler.EnableAsync, id, "恢复了，可以登录。", stop);

    public Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken stop) => ChangeAsync(handler.UnlockAsync, id, "锁解开了，可以再登录。", stop);

    public Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken stop) => ChangeAsync(handler.EndSessionsAsync, id, "登录着的设备都退出了。", stop);

    public async Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (!ModelState.IsValid || await accounts.FindAsync(actor, new AccountId(id), stop) is not { } account)
        {
            return await OnGetAsync(id, stop);
        }

        var reset = await passwords.HandleAsync(actor, account, Form.Reason, stop);
        return reset.Refusal is { } refusal ? await TellAsync(id, refusal, stop) : LocalRedirect(slips.Issue(actor, account.Id, reset.Value!));
    }

    private async Task<IActionResult> ChangeAsync(Func<Actor, AccountId, string, CancellationToken, Task<Result>> change, Guid id, string done, CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (!ModelState.IsValid || await accounts.FindAsync(actor, new AccountId(id), stop) is null)
        {
            return await OnGetAsync(id, stop);
        }

        var result = await change(actor, new AccountId(id), Form.Reason, stop);
        if (result.Refusal is { } refusal)
        {
            return await TellAsync(id, refusal, stop);
        }

        TempData.Say(done);
        return LocalRedirect($"/admin/accounts/{id}");
    }

    private Task<IActionResult> TellAsync(Guid id, Refusal refusal, CancellationToken stop)
    {
        ModelState.Add(refusal);
        return OnGetAsync(id, stop);
    }
}
