using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security.ChangeAccount;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security.CloseAccount;

internal sealed class CloseAccountForm
{
    [Required(ErrorMessage = "写一句为什么注销，会记在审计里。"), StringLength(200, ErrorMessage = "原因最多 200 个字。")]
    public string Reason { get; set; } = "";
}

[Needs(Permission.ManageAccess)]
internal sealed class CloseAccountPage(ChangeAccountQuery query, CloseAccountHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public CloseAccountForm Form { get; set; } = new();

    public AccountView Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await query.ReadAsync(await current.GetAsync(stop), new AccountId(id), stop) is not { Kind: AccountKind.Worker } account)
        {
            return NotFound();
        }

        Account = account;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var shown = await OnGetAsync(id, stop);
        if (Account is null || !ModelState.IsValid)
        {
            return shown;
        }

        var result = await handler.HandleAsync(await current.GetAsync(stop), Account.Id, Form.Reason, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say("注销了，这个手机号可以重新注册。");
        return LocalRedirect("/admin/accounts");
    }
}
