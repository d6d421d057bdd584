using System.Text;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Organisation;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Demo;

/// <summary>The mailbox of a street's chair, with two mails that are no letters.</summary>
internal sealed class DemoMails(MailDb db, StoreMailHandler store, UnitDirectory units, TimeProvider clock) : IDemoPart
{
    private const string Address = "zhuxi@qingxi.example.cn";

    private static readonly string[] Mails =
    [
        "From: 采购部 <noreply@example.com>\r\nTo: zhuxi@qingxi.example.cn\r\nSubject: 自动回复：外出\r\nAuto-Submitted: auto-replied\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n我外出学习，下周一回来。\r\n",
        "From: 一位职工\r\nTo: zhuxi@qingxi.example.cn\r\nSubject: 夜班的车\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n夜班下班没有车，走回宿舍要四十分钟，女同事不敢一个人走。\r\n",
    ];

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        if (await units.FindByCodeAsync("LJ0101", stop) is not { } street)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var box = db.Boxes.Add(MailBox.Open(street.UnitId, now)).Entity;
        box.Change(Address, "清溪街道主席信箱", hasPlus: true, isOpen: true, now);
        box.LetRead([(city.Staff["qingxi.chair"], true), (city.Staff["qingxi.dispatcher"], false)], now);
        await db.SaveAsync(Actor.Platform("演示数据"), stop);
        foreach (var mail in Mails)
        {
            await store.HandleAsync(Address, Encoding.UTF8.GetBytes(mail), stop);
        }
    }
}
