using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.Fetch;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Messaging.ReceiveMail.ListMailBoxes;

/// <summary>主席信箱: the addresses at which letters are received. What came in is not shown here.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListMailBoxesPage(MailBoxBook book, MailDoors doors, IncomingMail mails, UnitDirectory units, AccountDirectory accounts, SettingLog log, ICurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ListedBox> Boxes { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var boxes = await book.ListAsync(await current.GetAsync(stop), stop);
        var names = await units.NamesAsync(boxes.Select(box => box.UnitId), stop);
        var people = await accounts.OfAsync([.. boxes.SelectMany(box => box.Readers).Select(reader => reader.Account).Distinct()], stop);
        var health = await doors.ReadAsync(stop);
        var waiting = await mails.WaitingAsync(stop);
        Boxes = [.. boxes.Select(box => new ListedBox(
            box,
            names.GetValueOrDefault(box.UnitId, "—"),
            [.. box.Readers.OrderByDescending(reader => reader.IsChair).Select(reader => people.GetValueOrDefault(reader.Account)?.Name + (reader.IsChair ? "（主席）" : ""))],
            [.. health.Where(door => door.Box == box.Id)],
            waiting.GetValueOrDefault(box.Id)))];
        var keys = boxes.ToDictionary(box => box.Id.ToString(), box => box.Name);
        var steps = await log.ListAsync(MailBoxBook.Area, key: null, stop);
        History = new SettingHistory([.. steps.Where(step => keys.ContainsKey(step.Entry.Key))], Now, keys);
    }
}

/// <summary>A box as its administrators see it.</summary>
internal sealed record ListedBox(MailBox Box, string Unit, IReadOnlyList<string> Readers, IReadOnlyList<DoorHealth> Doors, int Waiting);
