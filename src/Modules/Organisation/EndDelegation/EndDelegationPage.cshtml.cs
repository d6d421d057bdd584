using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.DelegatePost;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.EndDelegation;

[Needs(Permission.ManageAccess)]
internal sealed class EndDelegationPage(UnitsInReach units, OrganisationDb db, DelegatePostHandler handler) : PageModel
{
    public Delegation Lent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } reaching)
        {
            return NotFound();
        }

        if ((await handler.EndAsync(reaching.Actor, Lent.Id, stop)).Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"委托收回了，{Lent.ToName}不能再用它。");
        return LocalRedirect("/admin/posts");
    }

    private async Task<Reaching?> FindAsync(Guid id, CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageAccess, stop);
        var lent = await db.Delegations.AsNoTracking().Include(row => row.Post).SingleOrDefaultAsync(row => row.Id == new DelegationId(id), stop);
        Lent = lent!;
        return lent is not null && reaching.Covers(lent.Post.Unit) ? reaching : null;
    }
}
