using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.HandOverPosts;

internal sealed class HandOverPostsForm
{
    public Guid? Leaver { get; set; }

    [Required(ErrorMessage = "选一个接手的人。")]
    public Guid? Successor { get; set; }

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    /// <summary>He leaves the union, not only the post.</summary>
    public bool DisablesAccount { get; set; }

    [Required(ErrorMessage = "写一下为什么交接。"), StringLength(200)]
    public string Reason { get; set; } = "";
}

[Needs(Permission.ManageAccess)]
internal sealed class HandOverPostsPage(PostsInReach posts, AccountDirectory accounts, HandOverPostsHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public HandOverPostsForm Form { get; set; } = new();

    [BindProperty]
    public string? Person { get; set; }

    public AccountSummary? Leaver { get; private set; }

    public IReadOnlyList<PostView> Posts { get; private set; } = [];

    public PersonPick People { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Form.From ??= ChinaTime.Today(clock);
        await ShowAsync(stop);
    }

    /// <summary>Shows the form again as typed, with what the search finds.</summary>
    public Task OnPostLookAsync(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var reaching = await ShowAsync(stop);
        if (Leaver is null || !ModelState.IsValid)
        {
            return Page();
        }

        if (await accounts.FindAsync(new AccountId(Form.Successor!.Value), stop) is not { IsDisabled: false } successor)
        {
            ModelState.AddModelError("Form.Successor", "这个账号不能用了，请另选一人。");
            return Page();
        }

        var result = await handler.HandleAsync(
            reaching.Actor, new Handover(Leaver.Id, successor.Id, successor.Name, Form.From!.Value, Form.DisablesAccount), Form.Reason, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal with { Field = refusal.Field is "Role" ? null : refusal.Field });
            return Page();
        }

        TempData.Say($"{Leaver.Name}的 {Posts.Count} 个职务交给了{successor.Name}{(Form.DisablesAccount ? "，账号停用了" : "")}。");
        return LocalRedirect("/admin/posts");
    }

    private async Task<Reaching> ShowAsync(CancellationToken stop)
    {
        var reaching = await posts.GetAsync(stop);
        Leaver = Form.Leaver is { } id ? await accounts.FindAsync(new AccountId(id), stop) : null;
        Posts = Leaver is null ? [] : await posts.OfAsync(reaching, Leaver.Id, ChinaTime.Today(clock), stop);
        People = Leaver is null
            ? await PersonPick.OfAsync(accounts, "Form.Leaver", "谁要离任", Person, null, stop)
            : await PersonPick.OfAsync(accounts, "Form.Successor", "谁来接手", Person, Form.Successor, stop);
        return reaching;
    }
}
