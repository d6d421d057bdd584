using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.ListRequests;
using UnionHall.Text;

namespace UnionHall.Requests.SaveView;

internal sealed class SaveViewForm
{
    [Required(ErrorMessage = "给它起个名字。"), StringLength(20, ErrorMessage = "名字最多 20 个字。")]
    public string Name { get; set; } = "";

    /// <summary>The words of the list's address.</summary>
    public string Query { get; set; } = "";
}

[Needs(Permission.ReadRequests)]
internal sealed class SaveViewPage(SaveViewHandler handler, ICurrentActor current) : PageModel
{
    [BindProperty]
    public SaveViewForm Form { get; set; } = new();

    public InboxFilter Filter { get; private set; } = new();

    public IActionResult OnGet(string? list)
    {
        Form.Query = list ?? "";
        Filter = Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Filter = Read();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var name = PlainText.SingleLine(Form.Name);
        var saved = await handler.SaveAsync(await current.GetAsync(stop), name, Filter, stop);
        if (saved.Refusal is { } refusal)
        {
            this.Tell(refusal);
            return Page();
        }

        TempData.Say($"存好了，“{name}”在左边收件下面。{(Filter.Search is null ? "" : "搜的字没有存进去，免得留下姓名和电话。")}");
        return LocalRedirect(Filter.At("/desk/requests"));
    }

    /// <summary>Only the words a list knows are kept.</summary>
    private InboxFilter Read() =>
        InboxFilter.Read(new Microsoft.AspNetCore.Http.QueryCollection(QueryHelpers.ParseQuery(Form.Query))) with { After = null };
}
