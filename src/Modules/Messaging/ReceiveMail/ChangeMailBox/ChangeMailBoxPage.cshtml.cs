using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailBox;

/// <summary>One box: a new one, or what is changed of it.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ChangeMailBoxPage(
    MailDb db, ChangeMailBoxHandler handler, MailBoxBook book, PossibleReaders readers, UnitDirectory units, AccountDirectory accounts, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ChangeMailBoxForm Form { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public MailBox? Box { get; private set; }

    public string? UnitName { get; private set; }

    /// <summary>Who may be named, while the unit is known.</summary>
    public IReadOnlyList<StaffSummary> Possible { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    /// <param name="box">The key of the box to change.</param>
    public async Task<IActionResult> OnGetAsync(Guid? box, CancellationToken stop)
    {
        Form.Box = box;
        await ShowAsync(stop);
        if (Box is null)
        {
            Form.HasPlus = true;
            return box is null ? Page() : NotFound();
        }

        var names = await accounts.OfAsync([.. Box.Readers.Select(reader => reader.Account)], stop);
        (Form.Address, Form.Name, Form.HasPlus, Form.IsClosed) = (Box.Address, Box.Name, Box.HasPlus, !Box.IsOpen);
        Form.Seen = await log.LatestAsync(MailBoxBook.Area, Box.Id.ToString(), stop);
        Form.Chair = Typed(names, isChair: true);
        Form.Clerks = Typed(names, isChair: false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var refusal in ModelState.IsValid ? await handler.HandleAsync(await current.GetAsync(stop), Form, stop) : [])
        {
            ModelState.Add(refusal);
        }

        if (ModelState.IsValid)
        {
            TempData.Say(Form.Box is null ? "信箱开好了。" : "信箱改好了。");
            return LocalRedirect("/admin/mail-boxes");
        }

        db.Context.ChangeTracker.Clear();
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Box = await book.FindAsync(await current.GetAsync(stop), Form.Box, stop);
        UnitName = Box is null ? null : (await units.FindAsync(Box.UnitId, stop))?.Name;
        Possible = Box is null ? [] : await readers.OfAsync(Box.UnitId, stop);
        History = new SettingHistory(Box is null ? [] : await log.ListAsync(MailBoxBook.Area, Box.Id.ToString(), stop), clock.GetUtcNow());
    }

    /// <summary>A name that several bear is told by the account.</summary>
    private string Typed(IReadOnlyDictionary<AccountId, AccountSummary> names, bool isChair) => string.Join('、', Box!.Readers.Where(reader => reader.IsChair == isChair)
        .Select(reader => names.GetValueOrDefault(reader.Account)).OfType<AccountSummary>()
        .Select(one => Possible.Count(other => other.Name == one.Name) > 1 ? one.UserName : one.Name));
}
