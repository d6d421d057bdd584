using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>A mail server hands a letter to bin/unionhall: it is stored before anything is made of it, and once.</summary>
public sealed class DeliverMailTests(MailSite site) : IClassFixture<MailSite>
{
    private static int number;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALetter_IsStoredSealedAndOnce_WhateverServersWroteAboveIt()
    {
        var (box, address) = await BoxAsync();

        (await site.DeliverAsync(address, Letter("锅炉房没人值班"))).ShouldBe((0, ""));
        (await site.DeliverAsync(address, "Received: from mx2 by mx1;\r\n Mon, 21 Sep 2026 10:00:00 +0800\r\nDelivered-To: x@example.cn\r\n" + Letter("锅炉房没人值班"))).ShouldBe((0, ""));
        (await site.DeliverAsync(address.Replace("@", "+K7Q2@", StringComparison.Ordinal), Letter("锅炉房没人值班").Replace("\r\n", "\n", StringComparison.Ordinal) + "\n")).ShouldBe((0, ""));

        var mail = (await MailsAsync(box)).ShouldHaveSingleItem();
        mail.State.ShouldBe(MailState.New);
        Encoding.UTF8.GetString(mail.Content!).ShouldNotContain("锅炉房");
        Encoding.UTF8.GetString(((MailSeal)site.Services.GetService(typeof(MailSeal))!).OpenContent(mail.Content!)).ShouldBe(Letter("锅炉房没人值班"));
        (await site.WithAsync<AppDbContext, int>(db => db.Set<AuditEntry>().CountAsync(entry => entry.What == "mail-received" && entry.SubjectId == box.Value, stop))).ShouldBe(1);
    }

    [Fact]
    public async Task TheSameLetterOfTwoNodesAtOnce_IsStoredOnce()
    {
        var (box, address) = await BoxAsync();
        var content = Encoding.UTF8.GetBytes(Letter("两台同时收"));

        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.WithAsync<StoreMailHandler, Result<StoredMail>>(handler => handler.HandleAsync(address, content, stop))));

        stored.Count(one => one.Value == StoredMail.Now).ShouldBe(1);
        stored.Count(one => one.Value == StoredMail.AlreadyThere).ShouldBe(5);
        (await MailsAsync(box)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnotherLetterWithTheSameMessageId_IsAnotherLetter()
    {
        var (box, address) = await BoxAsync();

        await site.DeliverAsync(address, Letter("第一封"));
        await site.DeliverAsync(address, Letter("第二封"));

        (await MailsAsync(box)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task TheAddressBehindThePlus_IsKeptAsAPrint()
    {
        var (box, address) = await BoxAsync();

        await site.DeliverAsync(address.Replace("@", "+k7q2@", StringComparison.Ordinal), Letter("回信"));

        (await MailsAsync(box)).Single().TokenPrint.ShouldBe(((MailSeal)site.Services.GetService(typeof(MailSeal))!).TokenPrint("K7Q2"));
    }

    [Fact]
    public async Task WhatCannotBeStored_IsRefusedWithASentence()
    {
        var (_, address) = await BoxAsync();

        (await site.DeliverAsync("nobody@gh.example.cn", Letter("x"))).ShouldBe((1, "这里没有 nobody@gh.example.cn 这个信箱。" + Environment.NewLine));
        (await site.DeliverAsync(address, " \r\n")).ShouldBe((1, "这封信是空的，没有收下。" + Environment.NewLine));
        (await site.DeliverAsync("不是地址", Letter("x"))).Code.ShouldBe(2);
        await using var said = new StringWriter();
        (await site.WithAsync<CommandRunner, int>(runner => runner.RunAsync(["mail", "deliver"], said, said, stop))).ShouldBe(2);
    }

    [Theory]
    [InlineData("A: 1\n\nx", "A: 1\r\n\r\nx\r\n", true)]
    [InlineData("A: 1\n\nx", "Received: by a\n\tfor b\nA: 1\n\nx", true)]
    [InlineData("A: 1\n\nx", "Return-Path: <>\nA: 1\n\nx\n\n", true)]
    [InlineData("A: 1\n\nx", "A: 2\n\nx", false)]
    [InlineData("A: 1\n\nReceived: x", "A: 1\n\nReceived: y", false)]
    [InlineData("Received: 1\n folded\nSubject: a\n\nx", "Received: 1\n folded\nSubject: b\n\nx", false)]
    public void AKey_IsOfWhatTheWriterSent(string one, string other, bool same) =>
        ContentKey.Of(Encoding.UTF8.GetBytes(one)).AsSpan().SequenceEqual(ContentKey.Of(Encoding.UTF8.GetBytes(other))).ShouldBe(same);

    private static string Letter(string text) =>
        $"From: 王大力 <wang@example.com>\r\nTo: chair@gh.example.cn\r\nSubject: 反映\r\nMessage-ID: <one@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n";

    private Task<List<MailIn>> MailsAsync(MailBoxId box) => site.WithAsync<MailDb, List<MailIn>>(db => db.Mails.AsNoTracking().Where(mail => mail.BoxId == box).ToListAsync(stop));

    private async Task<(MailBoxId Box, string Address)> BoxAsync()
    {
        var unit = await site.UnitAsync("临江市总工会", UnitKind.Federation);
        var address = $"chair{Interlocked.Increment(ref number)}@gh.example.cn";
        await site.PostAsync(await site.StaffAsync("d" + Guid.CreateVersion7().ToString("N")[^12..], "周正"), "周正", Role.Chair, unit);
        return (await site.MailBoxAsync(unit, address, "周正"), address);
    }
}
