using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Tests.Mime;

/// <summary>Only a person's letter is a letter.</summary>
public sealed class KindTests
{
    [Theory]
    [InlineData("letter", "talon-gmail.eml")]
    [InlineData("letter", "mail-basic_email.eml")]
    [InlineData("letter", "mimekit-simple-embedded-message.eml")]
    [InlineData("bounce", "mimekit-bounce.txt")]
    [InlineData("bounce", "mimekit-delivery-status.txt")]
    [InlineData("bounce", "mimekit-delivery-status-no-blank-line.txt")]
    [InlineData("bounce", "mimekit-delivery-status2.txt")]
    [InlineData("bounce", "mail-multi_address_bounce1.eml")]
    [InlineData("bounce", "mail-multipart_report_multiple_status.eml")]
    [InlineData("bounce", "mail-report_422.eml")]
    [InlineData("bounce", "mail-report_530.eml")]
    [InlineData("bounce", "mail-raw_email_with_mimepart_without_content_type.eml")]
    [InlineData("bounce", "py-msg_16.txt")]
    [InlineData("bounce", "py-msg_43.txt")]
    [InlineData("report", "mimekit-feedback-report.txt")]
    [InlineData("report", "zh-exchange-big5-recall.eml")]
    [InlineData("list", "zh-coremail-gbk-subscribe.eml")]
    [InlineData("list", "zh-qqmail-gb18030-reply.eml")]
    public void Read_SharedMail_HasItsKind(string kind, string file) => Word(Mail.Read(file).Kind).ShouldBe(kind);

    [Theory]
    [InlineData("auto-reply", "Auto-Submitted: auto-replied")]
    [InlineData("auto-reply", "Auto-Submitted: auto-generated (vacation)")]
    [InlineData("letter", "Auto-Submitted: no")]
    [InlineData("auto-reply", "X-Autoreply: yes")]
    [InlineData("auto-reply", "Precedence: auto_reply")]
    [InlineData("auto-reply", "Precedence: junk")]
    [InlineData("list", "Precedence: bulk")]
    [InlineData("list", "List-Id: <news.example.com>")]
    [InlineData("auto-reply", "Return-Path: <>")]
    [InlineData("auto-reply", "Subject: 自动回复: 工资")]
    [InlineData("auto-reply", "Subject: 自动回复")]
    [InlineData("auto-reply", "Subject: 自动回复：我在休假")]
    [InlineData("auto-reply", "Subject: Automatic reply: wages")]
    [InlineData("auto-reply", "Subject: Out of Office: back on Monday")]
    [InlineData("letter", "Subject: 自动回复没人管")]
    [InlineData("letter", "Subject: 回收: 废旧电池放哪里")]
    [InlineData("letter", "Subject: 退信")]
    [InlineData("letter", "Subject: 已读: 通知还是不懂")]
    [InlineData("letter", "Precedence: normal")]
    public void Read_OneHeader_DecidesTheKind(string kind, string header) => Word(Mail.Of("From: a@b.cn", header, "", "words").Kind).ShouldBe(kind);

    [Fact]
    public void Read_ABounce_NamesTheAddressTheCodeAndTheLetter()
    {
        var bounce = Mail.Read("mail-report_422.eml").Bounce!;

        bounce.Addresses.ShouldBe(["jokoki@oooooooo.com.au"]);
        (bounce.Status, bounce.IsDelayOnly, bounce.OriginalMessageId).ShouldBe(("4.2.2", true, "15655788.13.1200472642578.TuveJeza.Administrator@mail.ttttt.com.au"));
    }

    [Fact]
    public void Read_ABounceOfSeveral_NamesThemAll() => Mail.Read("mail-multi_address_bounce1.eml").Bounce!.Addresses.Count.ShouldBe(5);

    [Fact]
    public void Read_AFreeBounce_FindsTheAddressInTheText()
    {
        var mail = Mail.Of("From: PostMaster@qq.com", "To: chair@union.example", "Subject: 系统退信/Systems bounce", "", "很抱歉，您的邮件未能送达：", "收件人 nobody@example.com 不存在（550 5.1.1 User unknown）。", "Message-ID: <our-1@union.example>");

        mail.Kind.ShouldBe(MailKind.Bounce);
        mail.Bounce!.Addresses.ShouldBe(["nobody@example.com"]);
        (mail.Bounce.Status, mail.Bounce.OriginalMessageId, mail.Bounce.IsDelayOnly).ShouldBe(("5.1.1", "our-1@union.example", false));
    }

    [Fact]
    public void Read_AReadReceipt_IsAReport() =>
        Mail.Of("From: a@b.cn", "Subject: 已读: x", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b", "", "--b", "", "read", "--b", "Content-Type: message/disposition-notification", "", "Disposition: manual-action/MDN-sent-manually; displayed", "--b--").Kind.ShouldBe(MailKind.Report);

    [Fact]
    public void Read_ADelivered_IsAReportAndNoBounce() =>
        Mail.Of("From: mailer-daemon@b.cn", "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "", "delivered", "--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; b.cn", "", "Final-Recipient: rfc822; a@b.cn", "Action: delivered", "Status: 2.0.0", "--b--").Kind.ShouldBe(MailKind.Report);

    private static string Word(MailKind kind) => kind == MailKind.AutoReply ? "auto-reply" : kind.ToString().ToLowerInvariant();
}
