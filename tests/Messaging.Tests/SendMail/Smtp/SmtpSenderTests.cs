using System.Text;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Messaging.SendMail.Smtp;
using UnionHall.Testing.Smtp;

namespace UnionHall.Messaging.Tests.SendMail.Smtp;

/// <summary>One connection to a mail server that behaves, and to those that do not.</summary>
public sealed class SmtpSenderTests
{
    private static readonly OutgoingMail Mail = new()
    {
        Key = "answer-1",
        From = "zhuxi@gh.example.cn",
        To = "wang@qq.example",
        Subject = "您的来信",
        Text = ".\n..\n.一个点开头\n",
    };

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "AUTH PLAIN")]
    [InlineData(false, "AUTH PLAIN")]
    [InlineData(true, "AUTH LOGIN")]
    [InlineData(false, "AUTH LOGIN")]
    public async Task Send_EncryptedAndSignedIn_IsTakenAsWritten(bool isImplicit, string offer)
    {
        await using var server = new SmtpStandIn(new SmtpManners { IsImplicit = isImplicit, Offers = ["SIZE", "STARTTLS", offer] });

        (await SendAsync(server, isImplicit ? MailSecurity.Tls : MailSecurity.StartTls, Mail, Mail with { Key = "answer-2" })).ShouldAllBe(fault => fault == null);

        server.Mails.Count.ShouldBe(2);
        server.Mails[0].From.ShouldBe(Mail.From);
        server.Mails[0].To.ShouldBe(Mail.To);
        MailReader.Read(Encoding.UTF8.GetBytes(server.Mails[0].Content)).Text.ShouldBe(Mail.Text.Trim());
        server.Commands.Count(command => command.StartsWith("AUTH", StringComparison.Ordinal)).ShouldBe(1);
        server.Commands[^1].ShouldBe("QUIT");
    }

    [Fact]
    public async Task Send_WhereNoEncryptionIsOffered_GivesNothingAway()
    {
        await using var server = new SmtpStandIn(new SmtpManners { Offers = ["AUTH PLAIN LOGIN"] });

        var fault = await OneAsync(server, MailSecurity.StartTls);

        fault.Remedy.ShouldBe(SmtpRemedy.Operator);
        fault.Sentence.ShouldContain("不提供加密");
        server.Commands.ShouldNotContain(command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_CertificateOfSomebodyElse_IsNotTrusted(bool ofAnotherName)
    {
        using var foreign = ServerCertificate.Make("mail.example.com");
        await using var server = new SmtpStandIn(new SmtpManners(), ofAnotherName ? foreign : null);

        var fault = await OneAsync(server, MailSecurity.StartTls, authority: ofAnotherName ? server.Authority : null);

        fault.Sentence.ShouldContain("证书不可信");
        server.Commands.ShouldNotContain(command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_AnswersSmuggledInBeforeEncryption_AreNotBelieved()
    {
        await using var server = new SmtpStandIn(new SmtpManners { Smuggled = "250 AUTH PLAIN" });

        (await OneAsync(server, MailSecurity.StartTls)).Remedy.ShouldBe(SmtpRemedy.Operator);
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_WrongPassword_IsForTheOperator()
    {
        await using var server = new SmtpStandIn(new SmtpManners { Password = "anders" });

        var faults = await SendAsync(server, MailSecurity.StartTls, Mail, Mail with { Key = "answer-2" });

        faults.ShouldAllBe(fault => fault!.Remedy == SmtpRemedy.Operator && fault.Sentence.Contains("密码不对", StringComparison.Ordinal));
        server.Commands.Count(command => command.StartsWith("AUTH", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <wang@qq.example> User unknown", "Never", "没有这个收件地址。")]
    [InlineData("RCPT", "550-5.2.2 full\r\n550 5.2.2 really", "Never", "对方的邮箱满了。")]
    [InlineData("RCPT", "451 4.7.1 Greylisted, come back", "Later", "对方的邮箱这会儿收不了，稍后再试。")]
    [InlineData("MAIL", "553 5.7.1 Sender rejected", "Never", "发信服务器不许用这个地址发信。请查发信地址和用户名是不是一家的。")]
    [InlineData(".", "554 5.7.1 Spam", "Never", "服务器看了信，不收：可能被当成垃圾邮件。")]
    [InlineData(".", "452 4.3.1 No room", "Later", "发信服务器说稍后再试。")]
    [InlineData("MAIL", "421 4.3.2 Closing", "Later", "发信服务器暂停服务，稍后再试。")]
    [InlineData("greeting", "554 no", "Operator", "发信服务器不接待这台机器。请联系邮件管理员。")]
    [InlineData("greeting", "SSH-2.0-OpenSSH_9.2", "Operator", "对方说的不是发信服务器的话。请查地址、端口和加密方式对不对。")]
    public async Task Send_Refused_SaysWhat_AndTheNextMailGoes(string command, string answer, string remedy, string sentence)
    {
        await using var server = new SmtpStandIn();
        server.Answer(command, answer);

        var faults = await SendAsync(server, MailSecurity.StartTls, Mail, Mail with { Key = "answer-2" });

        faults[0]!.Remedy.ToString().ShouldBe(remedy);
        faults[0]!.Sentence.ShouldBe(sentence);
        (faults[0]!.Answer ?? "").ShouldNotContain("wang@qq.example");
        server.Mails.Count.ShouldBe(command == "greeting" ? 0 : 1);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("DATA")]
    [InlineData(".")]
    [InlineData("EHLO")]
    public async Task Send_LineBreaksOrFallsSilent_IsTriedLater(string command)
    {
        await using var server = new SmtpStandIn();
        server.HangUp(command);
        (await OneAsync(server, MailSecurity.StartTls)).ShouldBe(SmtpFaults.CutOff);

        server.FallSilent(command);
        (await OneAsync(server, MailSecurity.StartTls)).ShouldBe(SmtpFaults.Silent);
    }

    [Fact]
    public async Task Send_NobodyThere_IsForTheOperator()
    {
        var server = new SmtpStandIn();
        await server.DisposeAsync();

        (await OneAsync(server, MailSecurity.Tls)).ShouldBe(SmtpFaults.Unreachable);
    }

    [Fact]
    public async Task Send_ChineseAddress_NeedsAServerThatCanDoIt()
    {
        await using var modern = new SmtpStandIn();
        await using var old = new SmtpStandIn(new SmtpManners { Offers = ["STARTTLS", "AUTH PLAIN"] });
        var mail = Mail with { To = "王师傅@例子.中国" };

        (await SendAsync(modern, MailSecurity.StartTls, mail)).Single().ShouldBeNull();
        modern.Mails.Single().To.ShouldBe("王师傅@xn--fsqu00a.xn--fiqs8s");
        modern.Commands.ShouldContain(command => command.EndsWith(" SMTPUTF8 BODY=8BITMIME", StringComparison.Ordinal));
        (await SendAsync(old, MailSecurity.StartTls, mail)).Single().ShouldBe(SmtpFaults.ForeignAddress);
        // A domain alone has a form in ASCII that every server takes.
        (await SendAsync(old, MailSecurity.StartTls, mail with { To = "wang@例子.中国" })).Single().ShouldBeNull();
    }

    private async Task<SmtpFault> OneAsync(SmtpStandIn server, MailSecurity security, string? authority = "") => (await SendAsync(server, security, authority, [Mail])).Single().ShouldNotBeNull();

    private Task<List<SmtpFault?>> SendAsync(SmtpStandIn server, MailSecurity security, params OutgoingMail[] mails) => SendAsync(server, security, "", mails);

    private async Task<List<SmtpFault?>> SendAsync(SmtpStandIn server, MailSecurity security, string? authority, OutgoingMail[] mails)
    {
        var opened = new OpenedServer("127.0.0.1", server.Port, security, "gonghui", "秘密 2026", "gonghui@gh.example.cn", "总工会", authority is "" ? server.Authority : authority);
        var faults = new List<SmtpFault?>();
        await using (var sender = new SmtpSender(opened, new SmtpPatience(TimeSpan.FromSeconds(2))))
        {
            foreach (var mail in mails)
            {
                faults.Add(await sender.SendAsync(mail, TimeProvider.System.GetUtcNow(), stop));
            }
        }

        return faults;
    }
}
