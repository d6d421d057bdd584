using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Letters;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Letters;

/// <summary>What becomes of what arrives in the chair's mailbox.</summary>
public sealed class TakeMailTests(TestSite site) : IClassFixture<TestSite>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALetter_BecomesOneRequest_HoweverOftenItsJobRuns()
    {
        var given = await GivenLetters.BuildAsync(site);
        (await given.LetterAsync("食堂的菜连着三天是馊的。")).ShouldNotBeNull();
        var mail = await MailAsync(given);

        await site.WithAsync<TakeMail>(job => job.HandleAsync(new MailReceived(mail, given.Box), stop));

        (await given.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task TheWords_AreHisOwn_WithoutWhatHeQuotedAndSigned()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = await given.LetterAsync("加班费还是没发。\r\n\r\n------------------ 原始邮件 ------------------\r\n发件人: \"人事\" <hr@example.com>\r\n发送时间: 2026年9月1日(星期二) 上午10:00\r\n收件人: \"王大力\" <wang@example.com>\r\n主题: 工资\r\n\r\n下个月发。", subject: "Re: 回复：加班费");

        letter.ShouldNotBeNull().Words.ShouldBe("加班费还是没发。");
        letter.Title.ShouldBe("加班费");
        letter.Visibility.ShouldBe(Visibility.Hidden);
    }

    [Fact]
    public async Task ItsFiles_ComeAlong_AndWhatIsNotTakenIsTold()
    {
        var given = await GivenLetters.BuildAsync(site);
        await site.MailAsync(
            given.Address, "From: wang@example.com", $"To: {given.Address}", "Subject: x", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
            "--b", "Content-Type: text/plain; charset=utf-8", "", "照片在附件里。",
            "--b", "Content-Type: text/plain; name=\"shuoming.txt\"", "Content-Disposition: attachment; filename=\"shuoming.txt\"", "", "说明",
            "--b", "Content-Type: application/octet-stream", "Content-Disposition: attachment; filename=\"a.exe\"", "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(Encoding.ASCII.GetBytes("MZ not a document")), "--b--", "");
        await site.RunJobsAsync();

        var letter = await given.LatestAsync();
        (await site.WithAsync<RequestsDb, int>(db => db.Files.CountAsync(file => file.RequestId == letter.Id, stop))).ShouldBe(1);
        var note = letter.Timeline.Single(entry => entry.Kind == TimelineKind.Note);
        note.Text!.ShouldContain("a.exe");
        note.IsPublic.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("List-Id: <news.example.com>")]
    [InlineData("Precedence: bulk")]
    [InlineData("X-Autoreply: yes")]
    public async Task WhatAMachineSent_IsNoRequest(string header)
    {
        var given = await GivenLetters.BuildAsync(site);

        (await given.LetterAsync("我外出了，回来再看。", headers: header)).ShouldBeNull();

        (await StateAsync(given)).State.ShouldBe(MailState.KeptOut);
    }

    [Fact]
    public async Task ALetterOfOurOwnBox_IsNoRequest()
    {
        var given = await GivenLetters.BuildAsync(site);

        (await given.LetterAsync("收到您的信了。", from: $"主席信箱 <{given.Address.Replace("@", "+abc@", StringComparison.Ordinal)}>")).ShouldBeNull();

        (await StateAsync(given)).State.ShouldBe(MailState.KeptOut);
    }

    [Fact]
    public async Task ALetterThatGoesInCircles_IsNoRequest()
    {
        var given = await GivenLetters.BuildAsync(site);

        (await given.LetterAsync("转圈。", headers: string.Join("\r\n", Enumerable.Range(0, 31).Select(hop => $"Received: from a{hop} by b{hop}")))).ShouldBeNull();

        (await StateAsync(given)).State.ShouldBe(MailState.KeptOut);
    }

    [Fact]
    public async Task ALetterWithoutASender_WaitsForTheClerk()
    {
        var given = await GivenLetters.BuildAsync(site);

        (await given.LetterAsync("没有名字。", from: "不留名")).ShouldBeNull();

        (await StateAsync(given)).ShouldBe((MailState.Waiting, "没有写明能回信的发件人。"));
    }

    [Fact]
    public async Task MoreLettersOfOneSender_ThanAPersonWrites_WaitForTheClerk()
    {
        var given = await GivenLetters.BuildAsync(site);
        for (var at = 0; at < 10; at++)
        {
            (await given.LetterAsync($"第 {at} 封。", from: "loop@example.com")).ShouldNotBeNull();
        }

        (await given.LetterAsync("第 11 封。", from: "loop@example.com")).ShouldBeNull();

        (await StateAsync(given)).State.ShouldBe(MailState.Waiting);
    }

    private Task<MailInId> MailAsync(GivenLetters given) => site.WithAsync<RequestsDb, MailInId>(async db =>
        new MailInId(await db.Context.Database.SqlQuery<Guid>($"select id as \"Value\" from mail_in where box_id = {given.Box.Value} order by id desc limit 1").SingleAsync(stop)));

    private async Task<(MailState State, string? Why)> StateAsync(GivenLetters given)
    {
        var mail = await MailAsync(given);
        return await site.WithAsync<IncomingMail, (MailState, string?)>(async mails =>
        {
            var left = (await mails.ListLeftAsync([given.Box], 10, stop)).Single(one => one.Id == mail);
            return (left.State, left.Why);
        });
    }
}
