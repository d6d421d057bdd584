using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnionHall.Messaging.ReceiveMail.ChangeMailFetch;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Fetch;
using UnionHall.Organisation;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>The chair's box lies with a mail provider: fetched by IMAP from a real Dovecot, over TLS.</summary>
public sealed class FetchImapTests(MailSite site) : IClassFixture<MailSite>
{
    private static int number;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsNew_IsStoredOnce_AlsoWhenKilledBeforeItWasNoted_AndByTwoNodes()
    {
        Assert.SkipUnless(DovecotServer.IsHere, "There is no Dovecot on this machine.");
        using var server = await DovecotServer.StartAsync(stop);
        var box = await BoxAsync(server);
        await server.ArriveAsync(box.User, Letter("一"), stop);
        await server.ArriveAsync(box.User, Letter("二"), stop);

        (await RoundAsync(box.Id)).ShouldBe(2);
        (await RoundAsync(box.Id)).ShouldBe(0);
        (await CountAsync(box.Id)).ShouldBe(2);

        await server.ArriveAsync(box.User, Letter("三"), stop);
        await site.WithAsync<MailDb>(db => db.Imaps.Where(row => row.BoxId == box.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUid, 0), stop));
        var rounds = await Task.WhenAll(RoundAsync(box.Id), RoundAsync(box.Id));

        rounds.Sum().ShouldBe(1);
        (await CountAsync(box.Id)).ShouldBe(3);
    }

    [Fact]
    public async Task AWatchedBox_HasTheLetterWithinSeconds()
    {
        Assert.SkipUnless(DovecotServer.IsHere, "There is no Dovecot on this machine.");
        using var server = await DovecotServer.StartAsync(stop);
        var box = await BoxAsync(server);
        using var first = Watch();
        using var second = Watch();
        await first.StartAsync(stop);
        await second.StartAsync(stop);
        (await WithinAsync(async () => (await HealthAsync(box.Id))?.OkAt is not null)).ShouldBeTrue();

        await server.ArriveAsync(box.User, Letter("等着的"), stop);

        (await WithinAsync(async () => await CountAsync(box.Id) == 1)).ShouldBeTrue();
        await first.StopAsync(stop);
        await second.StopAsync(stop);
        (await CountAsync(box.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidInChinese()
    {
        Assert.SkipUnless(DovecotServer.IsHere, "There is no Dovecot on this machine.");
        using var server = await DovecotServer.StartAsync(stop);
        var door = new ImapDoor("localhost", server.Port, "somebody", DovecotServer.Password, server.Fingerprint);

        (await FaultAsync(door with { Password = "wrong" })).ShouldBe(ImapFaults.NotLetIn);
        (await FaultAsync(door with { Fingerprint = new string('0', 64) })).ShouldBe(ImapFaults.BadCertificate);
        (await FaultAsync(door with { Fingerprint = null })).ShouldBe(ImapFaults.BadCertificate);
        (await FaultAsync(door with { Port = 1 })).ShouldBe(ImapFaults.Unreachable);
    }

    [Fact]
    public async Task Post_SetsItUp_AndNeverShowsThePassword()
    {
        var city = await site.UnitAsync("戊市总工会", UnitKind.Federation);
        await site.PostAsync(await site.StaffAsync("e" + Guid.CreateVersion7().ToString("N")[^12..], "周正"), "周正", Role.Chair, city);
        await site.MailBoxAsync(city, "zhuxi@wu.example.cn", "周正");
        using var admin = await site.StaffBrowserAsync(Role.SystemAdmin, city);
        var form = await admin.GetAsync((await admin.GetAsync("/admin/mail-boxes")).LinkTo("从邮件服务器取信"));

        var refused = await admin.PressAsync(form, "存下", ("收信服务器", "https://x"), ("用户名", ""), ("密码", ""), ("依据", "办公会 9 月"));
        refused.ErrorAt("收信服务器").ShouldBe("写收信服务器的域名或地址，像 imap.example.cn，前面不带 https://。");
        refused.ErrorAt("密码").ShouldBe("密码还没填。第一次填，或者换了服务器、用户名，都要填一遍。");

        var done = await admin.PressAsync(refused, "存下", ("收信服务器", "imap.wu.example.cn"), ("用户名", "zhuxi"), ("密码", "Secret-1234"), ("依据", "办公会 9 月"));
        done.Path.ShouldBe("/admin/mail-boxes");
        done.Body.ShouldNotContain("Secret-1234");
        var again = await admin.GetAsync(done.LinkTo("从邮件服务器取信"));
        again.ValueOf("收信服务器").ShouldBe("imap.wu.example.cn");
        again.Body.ShouldNotContain("Secret-1234");
        (await admin.PressAsync(again, "存下", ("用户名", "another"), ("依据", "办公会 9 月"))).ErrorAt("密码").ShouldNotBeNull();
    }

    private WatchImap Watch() => new(site.Services.GetRequiredService<FetchImap>(), site.Services.GetRequiredService<MailDoors>(), NullLogger<WatchImap>.Instance);

    private async Task<int> RoundAsync(MailBoxId box)
    {
        var fetch = site.Services.GetRequiredService<FetchImap>();
        var fetched = (await fetch.BoxesAsync(stop)).Single(one => one.Id == box);
        await using var client = await ImapClient.OpenAsync(fetched.Door, 50_000_000, stop);
        return await fetch.RoundAsync(client, fetched, stop);
    }

    private async Task<string> FaultAsync(ImapDoor door) =>
        (await Should.ThrowAsync<ImapFaultException>(async () => await (await ImapClient.OpenAsync(door, 1000, stop)).DisposeAsync())).Message;

    private async Task<(MailBoxId Id, string User)> BoxAsync(DovecotServer server)
    {
        var user = $"chair{Interlocked.Increment(ref number)}i";
        var unit = await site.UnitAsync("临江市总工会", UnitKind.Federation);
        await site.PostAsync(await site.StaffAsync("i" + Guid.CreateVersion7().ToString("N")[^12..], "周正"), "周正", Role.Chair, unit);
        var box = await site.MailBoxAsync(unit, $"{user}@gh.example.cn", "周正");
        await site.WithAsync<IServiceProvider>(async made =>
        {
            var seen = await made.GetRequiredService<SettingLog>().LatestAsync("mail-box", box.ToString(), stop);
            var form = new ChangeMailFetchForm { Box = box.Value, Host = "localhost", Port = server.Port, UserName = user, Password = DovecotServer.Password, Fingerprint = server.Fingerprint, Basis = "办公会 9 月", Seen = seen };
            (await made.GetRequiredService<ChangeMailFetchHandler>().HandleAsync(Actor.Platform("测试"), form, stop)).ShouldBeEmpty();
        });
        return (box, user);
    }

    private Task<int> CountAsync(MailBoxId box) => site.WithAsync<MailDb, int>(db => db.Mails.CountAsync(mail => mail.BoxId == box, stop));

    private async Task<DoorHealth?> HealthAsync(MailBoxId box) => (await site.Services.GetRequiredService<MailDoors>().ReadAsync(stop)).SingleOrDefault(door => door.Box == box);

    private async Task<bool> WithinAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(40);)
        {
            if (await isSo())
            {
                return true;
            }

            await Task.Delay(200, stop);
        }

        return false;
    }

    private static string Letter(string text) => $"From: wang@example.com\r\nSubject: x\r\nMessage-ID: <{Guid.CreateVersion7():N}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n";
}
