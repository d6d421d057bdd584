using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.CountRequests;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ListRequests;
using UnionHall.Text;

namespace UnionHall.Requests.SaveView;

internal sealed class SaveViewForm
{
    /// <summary>The view that is changed; null for a new one.</summary>
    public Guid? Id { get; set; }

    [Required(ErrorMessage = "给它起个名字。"), StringLength(20, ErrorMessage = "名字最多 20 个字。")]
    public string Name { get; set; } = "";
}

/// <summary>Puts a list together, with its count beside it while the words are chosen, and keeps it under a name.</summary>
[Needs(Permission.ReadRequests)]
internal sealed class SaveViewPage(SaveViewHandler handler, FilterChoices choices, InboxQuery inbox, ICurrentActor current) : PageModel
{
    [BindProperty]
    public SaveViewForm Form { get; set; } = new();

    public InboxFilter Filter { get; private set; } = new();

    /// <summary>What was searched for: it may be a name or a phone and is not kept.</summary>
    public string? LeftOut { get; private set; }

    public FilterFields Fields { get; private set; } = null!;

    public ListPeek Peek { get; private set; } = null!;

    public IReadOnlyList<SavedView> Own { get; private set; } = [];

    public SavedView? Editing => Own.FirstOrDefault(view => view.Id == Form.Id);

    public async Task<IActionResult> OnGetAsync(Guid? edit, CancellationToken stop)
    {
        await ReadOwnAsync(stop);
        var asked = InboxFilter.Read(Request.Query);
        (Filter, LeftOut) = (asked with { After = null, Search = null }, asked.Search);
        if (Own.FirstOrDefault(view => view.Id == edit) is { } kept)
        {
            (Form.Id, Form.Name, Filter) = (kept.Id, kept.Name, InboxFilter.Read(QueryHelpers.ParseQuery(kept.Query)));
        }

        return await ShowAsync(stop);
    }

    public Task<IActionResult> OnPostCountAsync(CancellationToken stop)
    {
        ModelState.Clear();
        Filter = ReadForm();
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Filter = ReadForm();
        if (ModelState.IsValid)
        {
            var name = PlainText.SingleLine(Form.Name);
            var saved = await handler.SaveAsync(await current.GetAsync(stop), Form.Id, name, Filter, stop);
            if (saved.Succeeded)
            {
                TempData.Say($"存好了，“{name}”在左边收件下面。");
                return LocalRedirect(Filter.At(InboxNav.Address));
            }

            this.Tell(saved.Refusal!);
        }

        return await ShowAsync(stop);
    }

    private InboxFilter ReadForm() => InboxFilter.Read(Request.Form) with { After = null, Search = null };

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        await ReadOwnAsync(stop);
        Fields = await choices.FieldsAsync(actor, Filter, stop);
        Peek = await inbox.PeekAsync(actor, Filter, CountRequestsPage.Rows, stop);
        return Page();
    }

    private async Task ReadOwnAsync(CancellationToken stop) =>
        Own = await handler.Of(await current.GetAsync(stop)).AsNoTracking().OrderBy(view => view.Id).ToListAsync(stop);
}
