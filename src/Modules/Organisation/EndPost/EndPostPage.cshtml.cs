using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Parts;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.EndPost;

internal sealed class EndPostForm
{
    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "写一下为什么免去。"), StringLength(200)]
    public string Reason { get; set; } = "";
}

[Needs(Permission.ManageAccess)]
internal sealed class EndPostPage(PostsInReach posts, EndPostHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty]
    public EndPostForm Form { get; set; } = new();

    public PostView Post { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Form.To = ChinaTime.Today(clock);
        return await FindAsync(id, stop) is null ? NotFound() : Page();
    }

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

        var result = await handler.HandleAsync(reaching.Actor, Post.Id, Form.To!.Value, Form.Reason, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        TempData.Say($"{Post.Name}从 {Form.To:yyyy-MM-dd} 起不再是{Post.UnitName}的{Post.Role.Chinese()}。");
        return LocalRedirect("/admin/posts");
    }

    private async Task<Reaching?> FindAsync(Guid id, CancellationToken stop)
    {
        var found = await posts.FindAsync(id, stop);
        Post = found?.Post!;
        return found?.Reaching;
    }
}
