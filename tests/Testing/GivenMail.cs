using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using UnionHall.Messaging;
using UnionHall.Messaging.ReceiveMail.ChangeMailBox;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using Xunit;

namespace UnionHall.Testing;

/// <summary>Mailboxes of the union for tests, and what arrives in them.</summary>
public static class GivenMail
{
    /// <summary>A box of a unit with its chair and clerks, by name; they must hold posts over it.</summary>
    public static async Task<MailBoxId> MailBoxAsync(this TestSite site, UnitId unit, string address, string chair, string clerks = "", string name = "主席信箱")
    {
        var stop = TestContext.Current.CancellationToken;
        var code = (await site.WithAsync<UnitDirectory, UnitSummary?>(async units => await units.FindAsync(unit, stop)))!.Code;
        var form = new ChangeMailBoxForm { Address = address, Name = name, Unit = code, Chair = chair, Clerks = clerks, HasPlus = true, Basis = "主席办公会 9 月" };
        (await site.WithAsync<ChangeMailBoxHandler, IReadOnlyList<Refusal>>(handler => handler.HandleAsync(Actor.Platform("测试"), form, stop))).ShouldBeEmpty();
        return await site.WithAsync<MailDb, MailBoxId>(db => db.Boxes.Where(box => box.Address == address).Select(box => box.Id).SingleAsync(stop));
    }

    /// <summary>A mail arrives, as a mail server hands it in; its lines.</summary>
    public static Task MailAsync(this TestSite site, string box, params string[] lines) => site.MailAsync(box, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    /// <summary>The mails that were put out so far, oldest first.</summary>
    public static Task<List<OutgoingMail>> MailsOutAsync(this TestSite site) => site.WithAsync<IServiceProvider, List<OutgoingMail>>(async made =>
    {
        var seal = made.GetRequiredService<Messaging.SendMail.Domain.MailSeal>();
        var rows = await made.GetRequiredService<Messaging.SendMail.Data.MailDb>().Mails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(TestContext.Current.CancellationToken);
        return rows.ConvertAll(mail => seal.OpenContent(mail.Content));
    });

    public static async Task MailAsync(this TestSite site, string box, byte[] content) => (await site.WithAsync<StoreMailHandler, Result>(async handler =>
        await handler.HandleAsync(box, content, TestContext.Current.CancellationToken))).Refusal.ShouldBeNull();
}
