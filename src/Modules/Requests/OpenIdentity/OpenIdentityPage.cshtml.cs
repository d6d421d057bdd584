using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Intake;
using UnionHall.Requests.OpenRequest;
using UnionHall.Text;

namespace UnionHall.Requests.OpenIdentity;

internal sealed class OpenIdentityForm : IValidatableObject
{
    public const int Longest = 200;

    [Required(ErrorMessage = "写一下理由，职工会看到。")]
    public string Reason { get; set; } = "";

    public string Words => PlainText.SingleLine(Reason);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PlainText.CountCodePoints(Words) is < 4 or > Longest)
        {
            yield return new ValidationResult($"理由写 4 到 {Longest} 个字，职工会看到。", [nameof(Reason)]);
        }
    }
}

[Needs(Permission.OpenIdentity)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class OpenIdentityPage(OpenIdentityHandler handler, CaseQuery cases, ICurrentActor current) : PageModel
{
    [FromRoute(Name = "reference")]
    public string Number { get; set; } = "";

    [BindProperty]
    public OpenIdentityForm Form { get; set; } = new();

    public CaseView Case { get; private set; } = null!;

    /// <summary>The opened identity: on this answer only, never stored or linked to.</summary>
    public Person? Person { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var opened = await handler.HandleAsync(await current.GetAsync(stop), Number, Form.Words, stop);
            Person = opened.Value;
            if (opened.Refusal is { } refusal)
            {
                this.Tell(refusal);
            }
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await cases.FindAsync(await current.GetAsync(stop), Number, stop) is not { } found)
        {
            return this.CaseNotFound(Number);
        }

        Case = found;
        return Page();
    }
}
