using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using UnionHall.Platform.Ui;
using UnionHall.Text;

namespace UnionHall.Platform.Security.ListAccounts;

internal sealed class FindWorkerForm
{
    [StringLength(32, ErrorMessage = "手机号没有这么长，再看一眼。")]
    public string? Phone { get; set; }
}

/// <summary>账号: who can sign in.</summary>
[Needs(Permission.ManageAccess)]
internal sealed class ListAccountsPage(ListAccountsQuery query, FindWorkerHandler workers, ICurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public FindWorkerForm Form { get; set; } = new();

    public AccountList Found { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    /// <summary>By post: a mobile number stands in no address.</summary>
    public async Task<IActionResult> OnPostWorkerAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var found = await workers.HandleAsync(await current.GetAsync(stop), Form.Phone, stop);
            if (found.Refusal is not { } refusal)
            {
                return LocalRedirect($"/admin/accounts/{found.Value.Value}");
            }

            ModelState.Add(refusal);
        }

        await ShowAsync(stop);
        return Page();
    }

    public string Address(string? state, string? after) => QueryHelpers.AddQueryString(
        "/admin/accounts",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["state"] = state, ["after"] = after }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private async Task ShowAsync(CancellationToken stop)
    {
        Q = PlainText.SingleLine(Q);
        Found = await query.ReadAsync(await current.GetAsync(stop), new AccountFilter(Q, State, PlainText.SingleLine(After)), stop);
    }
}
