using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security.ShowPassword;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Security.CreateAccount;

/// <summary>What the page asks for: the password is never one that the administrator thought of.</summary>
internal sealed class NewStaffForm
{
    [Required(ErrorMessage = "账号还没填。"), StringLength(32, ErrorMessage = "账号最多 32 个字符。")]
    public string UserName { get; set; } = "";

    [Required(ErrorMessage = "姓名还没填。"), StringLength(60, ErrorMessage = "姓名没有这么长，再看一眼。")]
    public string Name { get; set; } = "";

    [StringLength(32, ErrorMessage = "手机号没有这么长，再看一眼。")]
    public string? Phone { get; set; }
}

[Needs(Permission.ManageAccess)]
internal sealed class CreateAccountPage(CreateAccountHandler handler, PasswordSlips slips, ICurrentActor current) : PageModel
{
    [BindProperty]
    public NewStaffForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = await current.GetAsync(stop);
        var made = await handler.ForStaffAsync(actor, new CreateAccountForm { UserName = Form.UserName, Name = Form.Name, Phone = Form.Phone }, stop);
        if (made.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        return LocalRedirect(slips.Issue(actor, made.Value!.Id, made.Value.OneTimePassword!));
    }
}
