using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.DelegatePost;

internal sealed class DelegatePostForm
{
    /// <summary>The account it is lent to.</summary>
    [Required(ErrorMessage = "选一个人。")]
    public Guid? To { get; set; }

    [Required(ErrorMessage = "第一天还没填。")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, included.</summary>
    [Required(ErrorMessage = "委托要有最后一天。"), Range(typeof(DateOnly), "2000-01-01", "2199-12-31", ErrorMessage = "最后一天要在 2000 年到 2199 年之间。")]
    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "写一下为什么委托。"), StringLength(Delegation.ReasonLimit)]
    public string Reason { get; set; } = "";
}

[Needs(Permission.ManageAccess)]
internal sealed class DelegatePostPage(PostsInReach posts, AccountDirectory accounts, DelegatePostHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DelegatePostForm Form { get; set; } = new();

    [BindProperty]
    public string? Person { get; set; }

    public PostView Post { get; private set; } = null!;

    public PersonPick People { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        ModelState.Clear();
        Form.From ??= ChinaTime.Today(clock);
        return await FindAsync(id, stop) is null ? NotFound() : Page();
    }

    /// <summary>Shows the form again as typed, with what the search finds.</summary>
    public Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken stop) => OnGetAsync(id, stop);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } reaching)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await accounts.FindAsync(new AccountId(Form.To!.Value), stop) is not { IsDisabled: false } to)
        {
            ModelState.AddModelError("Form.To", "这个账号不能用了，请另选一人。");
            return Page();
        }

        var draft = new DelegationDraft(to.Id, to.Name, Form.From!.Value, Form.Until!.Value.AddDays(1), Form.Reason);
        if ((await handler.HandleAsync(reaching.Actor, Post.Id, draft, stop)).Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"委托给{to.Name}，到 {Form.Until:yyyy-MM-dd} 为止。");
        return LocalRedirect("/admin/posts");
    }

    private async Task<Reaching?> FindAsync(Guid id, CancellationToken stop)
    {
        var found = await posts.FindAsync(id, stop);
        Post = found?.Post!;
        People = await PersonPick.OfAsync(accounts, "Form.To", "委托给谁", Person, Form.To, stop);
        return found?.Reaching;
    }
}
