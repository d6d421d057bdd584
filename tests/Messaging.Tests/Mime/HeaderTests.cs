using System.Text;
using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Tests.Mime;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("=?utf-8?B?5bel6LWE?=", "工资")]
    [InlineData("=?UTF-8?B?5bel?= =?utf8?B?6LWE?=", "工资")]
    [InlineData("=?utf-8?B?5bel6A==?= =?utf-8?B?tYQ=?=", "工资")]
    [InlineData("=?utf-8?Q?=E5=B7=A5=E8?=\r\n =?utf-8?Q?=B5=84?= end", "工资 end")]
    [InlineData("=?GB2312?B?uaTXyg==?=", "工资")]
    [InlineData("=?gb2312?B?uQ==?= =?GBK?B?pNfK?=", "工资")]
    [InlineData("=?x-nonsense?B?uaTXyg==?=", "工资")]
    [InlineData("=?utf-8*zh?Q?=E5=B7=A5?=", "工")]
    [InlineData("Re: =?utf-8?q?a_b?= and =?utf-8?q?c?=", "Re: a b and c")]
    [InlineData("=?UTF-8?B??=", "")]
    [InlineData("=?utf-8?Q?with blank?=", "with blank")]
    [InlineData("=?utf-8?B?5bel6LWE", "工资")]
    [InlineData("=?utf-8?Z?abc?=", "=?utf-8?Z?abc?=")]
    [InlineData("a =? b", "a =? b")]
    [InlineData("=?iso-2022-jp?B?GyRCJF4kXxsoQg==?=", "まみ")]
    public void Subject_EncodedWords_AreUndone(string written, string expected) => Mail.Of($"Subject: {written}", "From: a@b.cn", "", "x").Subject.ShouldBe(expected);

    [Theory]
    [InlineData("attachment; filename=\"a b.doc\"", "a b.doc")]
    [InlineData("attachment; filename=a b.doc", "a b.doc")]
    [InlineData("attachment; filename*=utf-8''%E5%B7%A5%E8%B5%84.xls", "工资.xls")]
    [InlineData("attachment; filename*=gb2312'zh'%B9%A4%D7%CA.xls", "工资.xls")]
    [InlineData("attachment; filename*0*=utf-8''%E5%B7%A5; filename*1*=%E8%B5; filename*2*=%84; filename*3=.xls", "工资.xls")]
    [InlineData("attachment; filename*1=b.txt; filename*0=a", "ab.txt")]
    [InlineData("attachment; filename=plain.txt; filename*=utf-8''%E5%B7%A5.txt", "工.txt")]
    [InlineData("attachment; filename=\"=?utf-8?B?5bel6LWELnhscw==?=\"", "工资.xls")]
    [InlineData("attachment; filename==?utf-8?B?5bel6LWELnhscw==?=", "工资.xls")]
    [InlineData("attachment; filename=\"工资.xls\"", "工资.xls")]
    [InlineData("attachment; filename=\"C:\\temp\\a.doc\"", "a.doc")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"a\\\"b.txt\"", "a\"b.txt")]
    [InlineData("attachment; filename=\"unclosed.txt", "unclosed.txt")]
    [InlineData("attachment; filename=\"..\"", null)]
    [InlineData("attachment; ;;=; filename=x.txt;", "x.txt")]
    public void Attachment_Names_AreFound(string disposition, string? expected) =>
        Mail.Of("From: a@b.cn", "Content-Type: application/octet-stream", $"Content-Disposition: {disposition}", "", "x").Attachments.ShouldHaveSingleItem().Name.ShouldBe(expected);

    [Theory]
    [InlineData("a@example.com", "a@example.com")]
    [InlineData("\"Li, Si\" <a@example.com>", "Li, Si <a@example.com>")]
    [InlineData("张三 <a@example.com>, b@example.com", "张三 <a@example.com>|b@example.com")]
    [InlineData("\"=?utf-8?B?5byg5LiJ?=\" <a@example.com>", "张三 <a@example.com>")]
    [InlineData("a@example.com (Zhang San)", "Zhang San <a@example.com>")]
    [InlineData("A Group:a@example.com, B <b@example.com>;, c@example.com", "a@example.com|B <b@example.com>|c@example.com")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<@route.example,@other.example:a@example.com>", "a@example.com")]
    [InlineData("a@example.com b@example.com", "a@example.com|b@example.com")]
    [InlineData("a@example.com; b@example.com", "a@example.com|b@example.com")]
    [InlineData("x(a (nested) comment)<c@(note)example.com>", "x <c@example.com>")]
    [InlineData(", a@example.com,,", "a@example.com")]
    [InlineData("Name <a@example.com", "Name <a@example.com>")]
    [InlineData("<mailto:a@example.com>", "a@example.com")]
    [InlineData("MAILER DAEMON <>", "MAILER DAEMON")]
    [InlineData("a@b@example.com", "a@b@example.com")]
    public void Addresses_AreRead(string written, string expected) =>
        string.Join('|', AddressList.Read(written).Select(address => address.ToString())).ShouldBe(expected);

    [Theory]
    [InlineData("a@example.com", true)]
    [InlineData("a@b@example.com", false)]
    [InlineData("a", false)]
    [InlineData("@example.com", false)]
    [InlineData("list:@example.com;", false)]
    public void Address_ThatCannotReceive_IsKnown(string address, bool can) => new MailAddress(null, address).CanReceive.ShouldBe(can);

    [Theory]
    [InlineData("Mon, 2 Apr 2012 18:22:10 +0400", "2012-04-02T18:22:10+04:00")]
    [InlineData("2 Apr 2012 18:22 GMT", "2012-04-02T18:22:00+00:00")]
    [InlineData("Mon, 2 Apr 12 18:22:10 EST", "2012-04-02T18:22:10-05:00")]
    [InlineData("Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)", "1969-02-13T23:32:00-03:30")]
    [InlineData("01 Jan 2001 00:01+0000", "2001-01-01T00:01:00+00:00")]
    [InlineData("Mon Apr  2 18:22:10 2012", "2012-04-02T18:22:10+00:00")]
    [InlineData("2012-04-02T18:22:10+08:00", "2012-04-02T18:22:10+08:00")]
    [InlineData("2012-04-02 18:22:10 +0800", "2012-04-02T18:22:10+08:00")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00")]
    [InlineData("Mon, 2 Apr 2012 18:22:10 +9900", "2012-04-02T18:22:10+00:00")]
    [InlineData("2-Apr-2012 18:22:10 +0800", "2012-04-02T18:22:10+08:00")]
    [InlineData("Wed, 15 Dec 2010    59:10 -0500", null)]
    [InlineData("Mon, 31 Feb 2012 18:22:10 +0400", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Date_IsReadOrNull(string written, string? expected) =>
        MailDate.Read(written)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);

    [Fact]
    public void Read_WrongDate_WarnsAndGoesOn()
    {
        var mail = Mail.Of("From: a@b.cn", "Date: Wed, 15 Dec 2010    59:10 -0500", "", "text");

        (mail.Date, mail.Text).ShouldBe((null, "text"));
        mail.Warnings.ShouldContain("看不懂日期。");
    }

    [Fact]
    public void Read_TwoFromHeaders_TakesTheFirstAndWarns()
    {
        var mail = Mail.Of("From: a@b.cn", "From: c@d.cn", "", "text");

        mail.From!.Address.ShouldBe("a@b.cn");
        mail.Warnings.ShouldContain("写了不止一个发件人，取第一个。");
    }

    [Fact]
    public void Read_NoFrom_WarnsAndGoesOn() => Mail.Of("Subject: x", "", "text").Warnings.ShouldContain("没有发件人。");

    [Theory]
    [InlineData("Subject: x\r\nrubbish\r\nFrom: a@b.cn\r\n\r\ntext", "text")]
    [InlineData("From: a@b.cn\r\nHello there\r\nsecond", "Hello there\nsecond")]
    [InlineData("From mbox Mon Apr 2\r\nFrom: a@b.cn\r\n\r\ntext", "text")]
    [InlineData("\r\n\r\nFrom: a@b.cn\r\n\r\ntext", "text")]
    [InlineData("From: a@b.cn\r\rtext", "text")]
    [InlineData("From : a@b.cn\n\ntext", "text")]
    [InlineData("just words\r\nand more", "just words\nand more")]
    public void Read_BrokenHeaders_StillGiveTheText(string message, string text) => MailReader.Read(Encoding.UTF8.GetBytes(message)).Text.ShouldBe(text);

    [Fact]
    public void Read_IdsFoldedInTheMiddle_AreWhole()
    {
        var mail = Mail.Of("Message-ID: <a@b.cn>", "In-Reply-To: <c@d.cn> (of Monday)", "References: <c@d.cn>, <in ", " side@d.cn>", "", "x");

        (mail.MessageId, mail.InReplyTo).ShouldBe(("a@b.cn", "c@d.cn"));
        mail.References.ShouldBe(["c@d.cn", "inside@d.cn"]);
    }
}
