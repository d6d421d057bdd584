using System.Text;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.SendMail.Format;
using UnionHall.Text;

namespace UnionHall.Messaging.Tests.SendMail.Format;

/// <summary>What goes out can be read by anybody: each mail written is read again by the reader of mail that comes in.</summary>
public sealed class MailWriterTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 18, 9, 30, 5, TimeSpan.FromHours(8));

    private static readonly OutgoingMail Plain = new()
    {
        Key = "answer-1",
        From = "zhuxi@gh.example.cn",
        FromName = "临江市总工会主席信箱",
        To = "wang@qq.example",
        Subject = "关于您反映的八月工资没有发的事，厂里答复了，请看一看对不对",
        Text = "王师傅：\n\n您好。\n.这一行前面有个点\nFrom here on\n末尾有空格  \n",
    };

    [Fact]
    public void Write_ChineseLetter_ReadsAsItWasWritten()
    {
        var read = MailReader.Read(MailWriter.Write(Plain with { InReplyTo = "<a@b>", References = ["x@y", "<a@b>"] }, At));

        read.Warnings.ShouldBeEmpty();
        read.From.ShouldBe(new MailAddress(Plain.FromName, Plain.From));
        read.To.Single().Address.ShouldBe(Plain.To);
        read.Subject.ShouldBe(Plain.Subject);
        read.Date.ShouldBe(At);
        read.MessageId.ShouldBe(MailOutbox.MessageIdOf("answer-1"));
        read.InReplyTo.ShouldBe("a@b");
        read.References.ShouldBe(["x@y", "a@b"]);
        read.Kind.ShouldBe(MailKind.Letter);
        read.Text.ShouldContain(".这一行前面有个点\nFrom here on\n末尾有空格");
    }

    [Theory]
    [InlineData("a simple subject")]
    [InlineData("two  blanks and \"quotes\" =?utf-8?B?no?=")]
    [InlineData(" leads and ends with a blank ")]
    [InlineData("𠮷野家员工😡👨‍👩‍👧‍👦𠮷野家员工😡👨‍👩‍👧‍👦𠮷野家员工😡👨‍👩‍👧‍👦𠮷野家员工😡👨‍👩‍👧‍👦")]
    [InlineData("Loremipsumdolorsitametconsecteturadipiscingelitseddoeiusmodtemporincididuntutlaboreetdoloremagnaaliqua")]
    [InlineData("")]
    public void Write_AnySubject_ReadsTheSame_InShortSevenBitLines(string subject)
    {
        var written = MailWriter.Write(Plain with { Subject = subject, FromName = subject }, At);
        var head = Encoding.UTF8.GetString(written).Split("\r\n\r\n")[0];

        MailReader.Read(written).Subject.ShouldBe(PlainText.SingleLine(subject));
        written.ShouldAllBe(one => one < 128);
        head.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        head.ShouldNotContain("\r\n\r\n");
    }

    [Fact]
    public void Write_LongLines_AreBrokenAndComeBackWhole()
    {
        var ascii = string.Join(' ', Enumerable.Repeat("worker", 900));
        var chinese = new string('工', 3000);
        foreach (var text in new[] { ascii, chinese, "=3D = sign" + new string('x', 2000) + " ", "a\tb\r\n\u2028x" })
        {
            var written = MailWriter.Write(Plain with { Text = text }, At);

            Encoding.UTF8.GetString(written).Split("\r\n").ShouldAllBe(line => line.Length <= 78);
            MailReader.Read(written).Text.ReplaceLineEndings("\n").ShouldBe(text.ReplaceLineEndings("\n").Trim());
        }
    }

    [Fact]
    public void Write_WithHtml_HoldsBoth_AndTheSameBytesEveryTime()
    {
        var mail = Plain with { Html = "<p>王师傅：<b>您好</b>。</p>" };
        var written = MailWriter.Write(mail, At);

        MailReader.Read(written).Html.ShouldNotBeNull().ShouldContain("<b>您好</b>");
        MailReader.Read(written).Text.ShouldContain("王师傅");
        MailWriter.Write(mail, At).ShouldBe(written);
        MailWriter.Write(mail with { Key = "answer-2" }, At).ShouldNotBe(written);
    }

    [Fact]
    public void Write_AutomaticMail_SaysSo_AndNobodysReaderTakesItForALetter()
    {
        var notice = Encoding.UTF8.GetString(MailWriter.Write(Plain with { IsAutomatic = true, Unsubscribe = new Uri("https://gh.example.cn/notices/leave/abc") }, At));
        var receipt = MailWriter.Write(Plain with { IsAutomatic = true, InReplyTo = "a@b" }, At);

        notice.ShouldContain("\r\nAuto-Submitted: auto-generated\r\n");
        notice.ShouldContain("\r\nList-Unsubscribe: <https://gh.example.cn/notices/leave/abc>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        Encoding.UTF8.GetString(receipt).ShouldContain("\r\nAuto-Submitted: auto-replied\r\n");
        MailReader.Read(receipt).Kind.ShouldBe(MailKind.AutoReply);
    }

    [Fact]
    public void Write_LongThread_KeepsRootAndEnd_AndNothingThatIsNoId()
    {
        var thread = Enumerable.Range(0, 60).Select(number => $"id{number}@host").Append("no id").Append("<evil>@x").ToList();

        var read = MailReader.Read(MailWriter.Write(Plain with { References = thread }, At));

        read.References.Count.ShouldBe(20);
        read.References[0].ShouldBe("id0@host");
        read.References[^1].ShouldBe("id59@host");
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("FromName")]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("InReplyTo")]
    [InlineData("Key")]
    public void Write_LineEndInAHeader_IsRefused(string field)
    {
        const string Evil = "a@b.cn\r\nBcc: evil@example.com";
        var mail = field switch
        {
            "Subject" => Plain with { Subject = Evil },
            "FromName" => Plain with { FromName = Evil },
            "From" => Plain with { From = Evil },
            "To" => Plain with { To = Evil },
            "InReplyTo" => Plain with { InReplyTo = Evil },
            _ => Plain with { Key = Evil },
        };

        Should.Throw<ArgumentException>(() => MailWriter.Write(mail, At));
        Should.Throw<ArgumentException>(() => MailWriter.Write(Plain with { References = [Evil] }, At));
    }

    [Theory]
    [InlineData("wang@example.cn", true)]
    [InlineData("wang.li+tag@mail.example.cn", true)]
    [InlineData("王@例子.中国", true)]
    [InlineData("a@b@c.cn", false)]
    [InlineData("a b@c.cn", false)]
    [InlineData("<a@c.cn>", false)]
    [InlineData("a@c.cn>", false)]
    [InlineData("a@-c.cn", false)]
    [InlineData(".a@c.cn", false)]
    [InlineData("a@", false)]
    [InlineData("@c.cn", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void CanReach_TellsAddressesFromOtherThings(string? address, bool isOne) => MailOutbox.CanReach(address).ShouldBe(isOne);
}
