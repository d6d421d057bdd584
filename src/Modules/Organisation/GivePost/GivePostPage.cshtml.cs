using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;
using UnionHall.Text;

namespace UnionHall.Organisation.GivePost;

internal sealed class GivePostForm
{
    [Required(ErrorMessage = "选一个人。")]
    public Guid? Account { get; set; }

    /// <summary>The code of the unit.</summary>
    [Required(ErrorMessage = "选一个单位。")]
    public string Unit { get; set; } = "";

    [Required(ErrorMessage = "选一个角色。")]
    public string Role { get; set; } = "";

    [StringLength(PostRules.TitleLimit)]
    public string? Title { get; set; }

    /// <summary>subtree or unit.</summary>
    public string Reach { get; set; } = "subtree";

    [Required(ErrorMessage = "日期还没填。")]
    public DateOnly? From { get; set; }

    /// <summary>The last day, included.</summary>
    public DateOnly? Until { get; set; }

    public PostDraft Draft(AccountSummary account, Role role) => new(
        account.Id, account.Name, role, PlainText.SingleLine(Title), Reach != "unit", new Period(From!.Value, Until?.AddDays(1)));
}

[Needs(Permission.ManageAccess)]
internal sealed class GivePostPage(UnitsInReach units, AccountDirectory accounts, GivePostHandler handler, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public GivePostForm Form { get; set; } = new();

    [BindProperty]
    public string? Search { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public PersonPick People { get; private set; } = null!;

    public UnitPick Units { get; private set; } = null!;

    public IReadOnlyList<string>? Preview { get; private set; }

    public string SeenToken => Preview is null ? "" : Token;

    private string Token => SeenMark.Of($"{Form.Account} {Form.Unit} {Form.Role} {Form.Title} {Form.Reach} {Form.From} {Form.Until}");

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
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = await accounts.FindAsync(new AccountId(Form.Account!.Value), stop);
        var unit = reaching.Find(Form.Unit);
        if (account is null || unit is null || RoleNames.Parse(Form.Role) is not { } role)
        {
            ModelState.AddModelError(account is null ? "Form.Account" : unit is null ? "Form.Unit" : "Form.Role", "这一项已经不能选了，请另选一个。");
            return Page();
        }

        var draft = Form.Draft(account, role);
        var isSeen = Seen == Token;
        Result result = isSeen
            ? await handler.HandleAsync(reaching.Actor, draft, unit.Unit.UnitId, stop)
            : await handler.RehearseAsync(reaching.Actor, draft, unit.Unit.UnitId, stop);
        if (result.Refusal is { } refusal)
        {
            ModelState.Add(refusal with { Field = refusal.Field == "To" ? "Until" : refusal.Field });
            return Page();
        }

        if (isSeen)
        {
            TempData.Say($"{account.Name}是{unit.Unit.ShortName}的{role.Chinese()}了。");
            return LocalRedirect("/admin/posts");
        }

        Preview = Lines(reaching, draft, unit);
        return Page();
    }

    private static IReadOnlyList<string> Lines(Reaching reaching, PostDraft draft, UnitRow unit)
    {
        var below = draft.WholeSubtree ? reaching.Tree.SubtreeRows(unit.Unit.UnitId).Count - 1 : 0;
        var until = draft.Period.To is { } to ? $"，到 {to.AddDays(-1):yyyy-MM-dd} 为止" : "";
        return
        [
            $"{draft.HolderName}从 {draft.Period.From:yyyy-MM-dd} 起{until}，是{unit.Unit.Name}的{draft.Role.Chinese()}。",
            below > 0 ? $"管到它和下面 {SpokenNumber.Of(below)} 个单位。" : "只管到这个单位。",
            $"可以：{draft.Role.Words()}。",
        ];
    }

    private async Task<Reaching> ShowAsync(CancellationToken stop)
    {
        var reaching = await units.GetAsync(Permission.ManageAccess, stop);
        People = await PersonPick.OfAsync(accounts, "Form.Account", "谁", Person, Form.Account, stop);
        Units = UnitPick.Of(reaching, "Form.Unit", "在哪个单位", Search, Form.Unit, _ => true, reaching.Tops.Select(top => top.Unit));
        return reaching;
    }
}
