using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.SendMail;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.SendMail;

/// <summary>Mail goes out once, is tried for two days, and what does not go is seen.</summary>
public sealed class DeliverMailTests(MailSite site) : IClassFixture<MailSite>
{
    private static UnitId? city;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_TheSameKeyTwice_GoesOutOnce()
    {
        var mail = Mail("once");
        await site.PutAsync(mail);
        await site.PutAsync(mail with { Subject = "another" });
        await site.WithAsync<MailDb>(async db =>
        {
            var outbox = site.Services.GetRequiredService<MailOutbox>();
            outbox.Add(db.Context, Mail("once-2"), site.Clock.GetUtcNow());
            outbox.Add(db.Context, Mail("once-2"), site.Clock.GetUtcNow());
            await db.SaveAsync(Actor.Platform("测试"), stop);
        });

        await site.DeliverAsync();
        await site.DeliverAsync();

        To("once").ShouldHaveSingleItem().Subject.ShouldBe(mail.Subject);
        To("once-2").ShouldHaveSingleItem();
        (await site.RowAsync("once")).State.ShouldBe(MailOutState.Sent);
    }

    [Fact]
    public async Task Add_WithoutTheCallersSave_SendsNothing()
    {
        await site.WithAsync<MailDb>(db =>
        {
            site.Services.GetRequiredService<MailOutbox>().Add(db.Context, Mail("undone"), site.Clock.GetUtcNow());
            return Task.CompletedTask;
        });

        await site.DeliverAsync();

        To("undone").ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_ServerSaysLater_IsTriedAgain_OneMinuteThenTwo()
    {
        await site.PutAsync(Mail("later"));
        site.StandIn.Answer("RCPT", "451 4.7.1 greylisted");
        site.StandIn.Answer("RCPT", "451 4.7.1 greylisted");

        await site.DeliverAsync();
        (await site.RowAsync("later")).DueAt.ShouldBe(site.Clock.GetUtcNow().AddMinutes(1));
        await site.DeliverAsync();
        (await site.RowAsync("later")).Attempts.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.DeliverAsync();
        (await site.RowAsync("later")).DueAt.ShouldBe(site.Clock.GetUtcNow().AddMinutes(2));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.DeliverAsync();

        To("later").ShouldHaveSingleItem();
        (await site.RowAsync("later")).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Deliver_RefusedForTwoDays_IsGivenUp_SeenAndSentOnceMore()
    {
        await site.PutAsync(Mail("given-up"));
        while (await site.RowAsync("given-up") is { DueAt: { } due })
        {
            site.Clock.Set(due);
            site.StandIn.Answer("RCPT", "450 4.2.1 not now");
            await site.DeliverAsync();
        }

        var row = await site.RowAsync("given-up");
        (row.FailedAt - row.At)!.Value.ShouldBeInRange(TimeSpan.FromHours(36), TimeSpan.FromHours(48));
        var told = await EventAsync<MailFailed>(row.Id);
        told.ShouldContain("given-up");
        told.ShouldContain("w****@given-up.example");
        told.ShouldNotContain("wang");

        using var admin = await AdminAsync();
        var page = await admin.GetAsync("/admin/mail/failed");
        page.Text.ShouldContain("对方的邮箱这会儿收不了");
        page.Text.ShouldNotContain("wang@given-up.example");
        page.Text.ShouldNotContain("您的来信");
        (await admin.PressAsync(page, "全部再发一次")).Text.ShouldContain("重新排上了");
        await site.DeliverAsync();

        To("given-up").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Deliver_NoSuchAddress_IsGivenUpAtOnce_AndTheNextGoes()
    {
        await site.PutAsync(Mail("nobody"));
        await site.PutAsync(Mail("somebody"));
        site.StandIn.Answer("RCPT", "550 5.1.1 <wang@nobody.example> no such user");

        await site.DeliverAsync();

        var row = await site.RowAsync("nobody");
        row.State.ShouldBe(MailOutState.Failed);
        row.Fault.ShouldBe("没有这个收件地址。（550 5.1.1 <…> no such user）");
        To("somebody").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Deliver_ByTwoNodesAtOnce_SendsEachOnce()
    {
        var keys = Enumerable.Range(0, 30).Select(number => $"node-{number}").ToList();
        foreach (var key in keys)
        {
            await site.PutAsync(Mail(key));
        }

        await Task.WhenAll(site.DeliverAsync(), site.DeliverAsync());

        keys.ShouldAllBe(key => To(key).Count == 1);
    }

    [Fact]
    public async Task Sweep_AMonthLater_TheWordsAreForgotten_TheRowStays()
    {
        await site.PutAsync(Mail("old"));
        await site.DeliverAsync();
        (await site.RowAsync("old")).Content.ShouldNotBeEmpty();

        site.Clock.Advance(TimeSpan.FromDays(31));
        await site.WithAsync<SweepMail>(job => job.RunAsync(stop));

        (await site.RowAsync("old")).Content.ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromDays(-31));
    }

    [Fact]
    public async Task Post_TestMail_SaysWhatCameOfIt()
    {
        using var admin = await AdminAsync();
        var page = await admin.GetAsync("/admin/mail/test");

        page = await admin.PressAsync(page, "发一封试试", ("发给谁", "not an address"));
        page.ErrorAt("发给谁").ShouldStartWith("收件地址要写完整");
        site.StandIn.Answer("RCPT", "550 5.1.1 unknown");
        page = await admin.PressAsync(page, "发一封试试", ("发给谁", "me@test.example"));
        page.Text.ShouldContain("没有发成。没有这个收件地址。");
        var sent = await admin.PressAsync(page, "发一封试试", ("发给谁", "me@test2.example"));

        sent.Text.ShouldContain("服务器收下了");
        sent.Text.ShouldContain("正常");
        site.StandIn.Mails.ShouldContain(mail => mail.To == "me@test2.example");
    }

    private List<MailMessage> To(string key) =>
        [.. site.StandIn.Mails.Where(mail => mail.To == $"wang@{key}.example").Select(mail => MailReader.Read(Encoding.UTF8.GetBytes(mail.Content)))];

    private static OutgoingMail Mail(string key) => new() { Key = key, From = "zhuxi@gh.example.cn", To = $"wang@{key}.example", Subject = "您的来信", Text = "收到了。" };

    private async Task<string> EventAsync<TEvent>(OutgoingMailId mail)
    {
        var what = EventName.Of(typeof(TEvent));
        return await site.WithAsync<AppDbContext, string>(db => db.Set<AuditEntry>().Where(entry => entry.What == what && entry.SubjectId == mail.Value).Select(entry => entry.Data).SingleAsync(stop));
    }

    private async Task<Browser> AdminAsync()
    {
        city ??= await site.UnitAsync("临江市总工会", UnitKind.Federation);
        return await site.StaffBrowserAsync(Role.SystemAdmin, city.Value);
    }
}
