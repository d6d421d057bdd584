using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;

namespace UnionHall.People.RegisterWorker;

internal sealed class RegisterWorkerForm
{
    [Required(ErrorMessage = "姓名还没填。"), StringLength(200, ErrorMessage = "姓名最多 50 个字。")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "手机号还没填。"), StringLength(40, ErrorMessage = "手机号是 11 位，没有这么长。")]
    public string Phone { get; set; } = "";

    [Required(ErrorMessage = "想一个密码填上。"), StringLength(128, ErrorMessage = "密码最多 {1} 个字符。"), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "看过下面几句，同意的话打个勾。不注册也能说事。")]
    public bool Agrees { get; set; }
}

[AllowAnonymous, EnableRateLimiting(RateLimits.SignInPolicy)]
internal sealed class RegisterWorkerPage(RegisterWorkerHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public RegisterWorkerForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        (await current.GetAsync(stop)).Account is null ? Page() : LocalRedirect("/account");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var registered = await handler.HandleAsync(await current.GetAsync(stop), Form, stop);
        if (registered.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say("可以登录了：用手机号和密码。这个号以前注册过的，用原来的密码。");
        return LocalRedirect("/sign-in");
    }
}
