using UnionHall.Messaging;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Letters;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.Letters;

/// <summary>The chair's answer goes to the worker as mail, and what he writes back comes to his case; nobody else's does.</summary>
public sealed class AnswerByMailTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Worker = "王大力 <wang@example.com>";

    private readonly GivenRequests requests = new(site);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALetter_IsAcknowledged_OnceAnHour_AndMarkedAutomatic()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync("食堂的菜是馊的。", from: "one@example.com")).ShouldNotBeNull();

        var receipt = (await SentAsync("one@example.com")).ShouldHaveSingleItem();
        receipt.IsAutomatic.ShouldBeTrue();
        receipt.Subject.ShouldBe("回复：反映食堂的事");
        receipt.Text.ShouldContain(Reference.Spoken(letter.Reference));
        receipt.Text.ShouldContain("口令：");
        receipt.References.ShouldHaveSingleItem().ShouldBe(receipt.InReplyTo);

        (await given.LetterAsync("又一封。", from: "ONE@example.com")).ShouldNotBeNull();
        (await SentAsync("one@example.com")).Count.ShouldBe(1);
        site.Clock.Advance(TimeSpan.FromHours(2));
        (await given.LetterAsync("再一封。", from: "one@example.com")).ShouldNotBeNull();
        (await SentAsync("one@example.com")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task TheAnswer_GoesOut_AndTheReply_ComesToTheCase_ByTokenOrByReference()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync("食堂的菜是馊的。", from: Worker)).ShouldNotBeNull();
        await requests.AskedAsync(letter.Reference);
        await site.RunJobsAsync();
        var question = (await SentAsync("wang@example.com"))[^1];
        question.Text.ShouldStartWith("是哪一台微波炉？");
        question.IsAutomatic.ShouldBeFalse();
        question.From.ShouldMatch("^" + given.Address.Replace("@", "\\+[a-z2-9]{20}@", StringComparison.Ordinal) + "$");

        (await given.LetterAsync("靠窗的那台。", from: Worker, to: question.From)).ShouldBeNull();
        var answered = await given.LatestAsync();
        answered.Timeline.Single(entry => entry.Kind == TimelineKind.Answered).Text.ShouldBe("靠窗的那台。");

        (await given.LetterAsync("还有门也坏了。", from: Worker, headers: $"In-Reply-To: <{MailOutbox.MessageIdOf(question.Key)}>")).ShouldBeNull();
        (await given.LatestAsync()).Timeline.Single(entry => entry.Kind == TimelineKind.Supplemented).Text.ShouldBe("还有门也坏了。");

        await requests.RepliedAsync(letter.Reference);
        await site.RunJobsAsync();
        var answer = (await SentAsync("wang@example.com"))[^1];
        answer.Text.ShouldStartWith("修好了，今晚能用。");
        answer.References.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task AStranger_NeverJoins()
    {
        var given = await GivenLetters.BuildAsync(site);
        await given.LetterAsync("食堂的菜是馊的。", from: Worker);
        var first = await given.LatestAsync();
        var receipt = (await SentAsync("wang@example.com"))[^1];

        // He knows the Message-ID of what was sent: his letter is one of his own.
        var other = (await given.LetterAsync("我也要说。", from: "stranger@example.com", headers: $"References: <{MailOutbox.MessageIdOf(receipt.Key)}>")).ShouldNotBeNull();
        other.Id.ShouldNotBe(first.Id);

        // He knows the address that only the worker was told: a reader decides.
        (await given.LetterAsync("把这件撤了吧。", from: "stranger@example.com", to: receipt.From)).ShouldBeNull();
        (await SupplementedAsync(first.Reference)).ShouldBe(0);
        var page = await given.Clerk.GetAsync((await given.Clerk.GetAsync("/desk/mail")).LinkTo("寄到了一件事的回信地址"));
        (await given.Clerk.PressAsync(page, "接到 " + Reference.Spoken(first.Reference))).Path.ShouldBe("/desk/requests/" + first.Reference);
        (await SupplementedAsync(first.Reference)).ShouldBe(1);
    }

    [Fact]
    public async Task TwoMachines_DoNotTalkToEachOther()
    {
        var given = await GivenLetters.BuildAsync(site);
        await given.LetterAsync("我外出了，自动回复。", from: "robot@example.com");
        for (var round = 0; round < 5; round++)
        {
            var last = (await SentAsync("robot@example.com"))[^1];
            await given.LetterAsync("您好，我外出了。", from: "robot@example.com", to: last.From);
        }

        (await SentAsync("robot@example.com")).Count.ShouldBe(1);
        (await given.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task ABounce_MarksTheCase_AndTellsWhoHasIt()
    {
        var given = await GivenLetters.BuildAsync(site);
        await given.LetterAsync("食堂的菜是馊的。", from: "gone@example.com");
        var receipt = (await SentAsync("gone@example.com"))[^1];

        await site.MailAsync(
            receipt.From, "From: MAILER-DAEMON@mx.example.com", $"To: {receipt.From}", "Subject: Undelivered Mail Returned to Sender", "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: text/plain", "", "The mail system: <gone@example.com>: user unknown", "",
            "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.com", "", "Final-Recipient: rfc822; gone@example.com", "Action: failed", "Status: 5.1.1", "", "--b--", "");
        await site.RunJobsAsync();

        var letter = await given.LatestAsync();
        letter.Timeline.ShouldContain(entry => entry.Kind == TimelineKind.MailBounced && !entry.IsPublic);
        (await given.Clerk.GetAsync("/notices")).Text.ShouldContain("给职工的信退回来了");
        (await SentAsync("gone@example.com")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AnAnswer_GoesOutOnce_HoweverOftenItsJobRuns()
    {
        var given = await GivenLetters.BuildAsync(site);
        var letter = (await given.LetterAsync("水管漏了。", from: "twice@example.com")).ShouldNotBeNull();
        await requests.RepliedAsync(letter.Reference);
        await site.RunJobsAsync();

        await site.WithAsync<AnswerByMail>(job => job.HandleAsync(new RequestReplied(letter.Id, letter.Reference, given.City.Anhe, false), stop));

        (await SentAsync("twice@example.com")).Count.ShouldBe(2);
    }

    private Task<long> SupplementedAsync(string reference) =>
        site.CountAsync($"timeline_entry t join request r on r.id = t.request_id where r.reference = '{reference}' and t.kind = 'supplemented' and t.text = '把这件撤了吧。'");

    private async Task<IReadOnlyList<OutgoingMail>> SentAsync(string to) => [.. (await site.MailsOutAsync()).Where(mail => mail.To.Equals(to, StringComparison.OrdinalIgnoreCase))];
}
