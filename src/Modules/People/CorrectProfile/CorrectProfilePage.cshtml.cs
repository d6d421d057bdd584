using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.People.CorrectProfile;

internal sealed class CorrectProfileForm
{
    [Required(ErrorMessage = "姓名还没填。"), StringLength(200, ErrorMessage = "姓名最多 50 个字。")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "手机号还没填。"), StringLength(40, ErrorMessage = "手机号是 11 位，没有这么长。")]
    public string Phone { get; set; } = "";

    /// <summary>Needed with a new phone number only.</summary>
    [StringLength(128), DataType(DataType.Password)]
    public string? Current { get; set; }

    [StringLength(100, ErrorMessage = "单位名称最多 {1} 个字。")]
    public string? UnitText { get; set; }

    /// <summary>Picked from the list when several have that name.</summary>
    public Guid? Unit { get; set; }

    /// <summary>Empty keeps what there is.</summary>
    [StringLength(40, ErrorMessage = "身份证号是 18 位，没有这么长。")]
    public string? IdNumber { get; set; }

    public bool ForgetIdNumber { get; set; }
}

[Authorize]
internal sealed class CorrectProfilePage(ProfileQuery query, UnitChoice choice, CorrectProfileHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public CorrectProfileForm Form { get; set; } = new();

    public UnitChoice Choice => choice;

    public Profile Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await query.OwnAsync(await current.GetAsync(stop), stop) is not { } profile)
        {
            return LocalRedirect("/account");
        }

        Profile = profile;
        Form = new CorrectProfileForm { Name = profile.Name, Phone = profile.Phone ?? "", UnitText = profile.UnitName, Unit = profile.Unit?.Value };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        if (await query.OwnAsync(actor, stop) is not { } profile)
        {
            return LocalRedirect("/account");
        }

        Profile = profile;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var chosen = await choice.ReadAsync(Form.UnitText, Form.Unit, stop);
        if ((chosen.Refusal ?? (await handler.HandleAsync(actor, profile.Id, Form, chosen.Value, stop)).Refusal) is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say("记下了。");
        return RedirectToPage();
    }
}
