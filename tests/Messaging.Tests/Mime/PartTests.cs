using System.Text;
using UnionHall.Messaging.Mime;

namespace UnionHall.Messaging.Tests.Mime;

public sealed class PartTests
{
    private const string Two = "--b\nContent-Type: text/plain\n\nfirst\n--b\nContent-Type: text/html\n\n<p>first</p>\n--b--\n";

    [Theory]
    [InlineData("multipart/alternative; boundary=b", Two)]
    [InlineData("multipart/alternative; boundary=\"b\"", Two)]
    [InlineData("multipart/alternative", Two)]
    [InlineData("multipart/alternative; boundary=wrong", Two)]
    [InlineData("multipart/alternative; boundary=b", "--b\nContent-Type: text/plain\n\nfirst\n--b\nContent-Type: text/html\n\n<p>first</p>")]
    [InlineData("multipart/alternative; boundary=b", "preamble\n\n--b  \nContent-Type: text/plain\n\nfirst\n--bb\n--b\nContent-Type: text/html\n\n<p>first</p>\n--b--\nepilogue", "first\n--bb")]
    public void Read_Boundaries_OfEveryKind(string type, string body, string text = "first")
    {
        var mail = Mail.Of("From: a@b.cn", $"Content-Type: {type}", "", body);

        mail.Text.ShouldBe(text);
        mail.Html.ShouldBe("<p>first</p>");
        mail.Attachments.ShouldBeEmpty();
    }

    [Fact]
    public void Read_NoPartsAtAll_IsAllText()
    {
        var mail = Mail.Of("From: a@b.cn", "Content-Type: multipart/mixed; boundary=b", "", "only words");

        mail.Text.ShouldBe("only words");
        mail.Warnings.ShouldContain("应当分段的信没有分段，全部当作正文。");
    }

    [Fact]
    public void Read_SeveralTexts_AreJoined_AndFilesKept()
    {
        var mail = Mail.Of("From: a@b.cn", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "first", "--b", "Content-Type: text/plain; name=a.txt", "", "file", "--b", "Content-Type: image/png", "Content-Disposition: inline", "Content-ID: <p1>", "Content-Transfer-Encoding: base64", "", "AAEC", "--b", "Content-Type: application/ms-tnef", "", "x", "--b", "", "second", "--b--");

        mail.Text.ShouldBe("first\nsecond");
        mail.Attachments.Select(file => (file.Name, file.Type, file.Size)).ShouldBe([("a.txt", "text/plain", 4), (null, "image/png", 3), ("winmail.dat", "application/ms-tnef", 1)]);
        mail.Attachments[1].ContentId.ShouldBe("p1");
        mail.Attachments[1].Sha256.ShouldBe("ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc");
    }

    [Theory]
    [InlineData("base64", "5bel\r\n!!6LWE==", "工资")]
    [InlineData("BASE64 ", "5bel6LWE", "工资")]
    [InlineData("base64", "5bel6LWEYQ==5bel", "工资a工")]
    [InlineData("base64", "5bel6LWEYQ", "工资a")]
    [InlineData("quoted-printable", "=E5=B7=A5=\r\n=E8=B5=84", "工资")]
    [InlineData("quoted printable", "=e5=b7=a5=  \r\n=E8=B5=84", "工资")]
    [InlineData("Quoted-Printable;", "a=ZZb=", "a=ZZb")]
    [InlineData("7-bit", "a=20b", "a=20b")]
    [InlineData("nonsense", "abc", "abc")]
    public void Read_TransferEncodings_WithRubbishInThem(string encoding, string body, string text) =>
        Mail.Of("From: a@b.cn", "Content-Type: text/plain; charset=utf-8", $"Content-Transfer-Encoding: {encoding}", "", body).Text.ShouldBe(text);

    [Theory]
    [InlineData("format=flowed", "one \r\ntwo\r\nthree", "one two\nthree")]
    [InlineData("format=flowed; delsp=yes", "工 \r\n资\r\nend", "工资\nend")]
    [InlineData("format=flowed", " From here\r\n> q \r\n> r\r\nown", "From here\n\nown")]
    public void Read_FlowedText_IsPutTogether(string parameters, string body, string text) =>
        Mail.Of("From: a@b.cn", $"Content-Type: text/plain; charset=utf-8; {parameters}", "", body).Text.ShouldBe(text);

    [Fact]
    public void Read_Uuencode_BecomesAFile()
    {
        var mail = Mail.Of("From: a@b.cn", "", "see below", "begin 644 cat.txt", "#0V%T", "`", "end", "bye");

        mail.Text.ShouldBe("see below\nbye");
        Encoding.ASCII.GetString(mail.Attachments.ShouldHaveSingleItem().Content.Span).ShouldBe("Cat");
        mail.Attachments[0].Name.ShouldBe("cat.txt");
    }

    [Fact]
    public void Read_BeginWithoutEnd_IsText() => Mail.Of("From: a@b.cn", "", "begin 644 no file", "but words that go on and on").Text.ShouldBe("begin 644 no file\nbut words that go on and on");

    [Fact]
    public void Read_ALetterWithin_KeepsItsOwnWords()
    {
        var mail = Mail.Of("From: a@b.cn", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "please read", "--b", "Content-Type: message/rfc822", "", "From: c@d.cn", "Subject: inner", "", "inner words", "--b--");

        mail.Text.ShouldBe("please read");
        var within = mail.Attachments.ShouldHaveSingleItem();
        (within.Type, within.Message!.Subject, within.Message.Text).ShouldBe(("message/rfc822", "inner", "inner words"));
    }

    [Fact]
    public void Read_AnInvitationWithoutWords_SaysWhatItIs() =>
        Mail.Of("From: a@b.cn", "Content-Type: text/calendar; charset=utf-8; method=REQUEST", "", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:职代会", "LOCATION:三楼\\, 东厅", "END:VEVENT").Text.ShouldBe("事项：职代会\n地点：三楼, 东厅");

    [Fact]
    public void Read_BoxesInBoxes_StopSomewhere()
    {
        var message = new StringBuilder("From: a@b.cn\n");
        for (var depth = 0; depth < 500; depth++)
        {
            message.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        }

        MailReader.Read(Encoding.ASCII.GetBytes(message.ToString())).Warnings.ShouldContain("信里套信太深，里面的没有再拆开。");
    }

    [Fact]
    public void Read_ThousandsOfParts_StopSomewhere() =>
        Mail.Of("From: a@b.cn", "Content-Type: multipart/mixed; boundary=b", "", string.Concat(Enumerable.Repeat("--b\nContent-Type: image/png\n\nx\n", 20_000))).Attachments.Count.ShouldBeLessThanOrEqualTo(MailLimits.Parts);

    [Theory]
    [InlineData("Content-Type: text/plain", "words and words\n")]
    [InlineData("Content-Type: text/html", "<p>words <b>and words</p>\n")]
    [InlineData("Content-Type: text/plain", "to:\n")]
    [InlineData("Content-Type: application/pdf\nContent-Transfer-Encoding: base64", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("X: =?a?Q?x \nTo: a@b.cn", ":@:[a:b<c,")]
    public void Read_TwentyFiveMegabytes_TakesItsTimeButNoMore(string headers, string line)
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 25_000_000 / line.Length)));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Mail.Of($"From: a@b.cn\n{headers}", body);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Read_AReportWithoutWords_SaysWhatTheServerSays() => Mail.Read("mail-multipart_report_multiple_status.eml").Text.ShouldContain("undeliverable");

    [Fact]
    public void Read_Nothing_IsALetterWithoutWords() => MailReader.Read(ReadOnlyMemory<byte>.Empty).Text.ShouldBeEmpty();
}
