using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.WeChat.ChangeWeChatAnswer;

/// <summary>公众号自动答复.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeWeChatAnswerPage(WeChatDb db, ChangeWeChatAnswerHandler handler, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeWeChatAnswerForm Form { get; set; } = new();

    public IReadOnlyList<WeChatAnswerText> Answers { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var refused = ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [];
        foreach (var refusal in refused)
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say("自动答复改好了。");
            return RedirectToPage();
        }

        await ReadAsync(stop);
        return Page();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        Answers = await db.Answers.AsNoTracking().OrderBy(answer => answer.Word).ToListAsync(stop);
        History = new SettingHistory(await log.ListAsync(ChangeWeChatAnswerHandler.Area, key: null, stop), clock.GetUtcNow());
    }
}
