using System.Text;

namespace UnionHall.Messaging.Tests.Mime;

/// <summary>Texts come out right whatever the label says.</summary>
public sealed class CharsetTests
{
    [Theory]
    [InlineData("gb2312", "gb2312")]
    [InlineData("gbk", "gbk")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("big5", "big5")]
    [InlineData("hz", "hz-gb-2312")]
    [InlineData("gb18030", "gb2312")]
    [InlineData("gbk", "GB2312")]
    [InlineData("gb2312", null)]
    [InlineData("gbk", null)]
    [InlineData("gb18030", null)]
    [InlineData("big5", null)]
    [InlineData("hz", null)]
    [InlineData("gb2312", "big5")]
    [InlineData("gbk", "big5")]
    [InlineData("gb18030", "big5")]
    [InlineData("big5", "gb2312")]
    [InlineData("big5", "gb18030")]
    [InlineData("gb2312", "utf-8")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("big5", "utf-8")]
    [InlineData("gbk", "iso-8859-1")]
    [InlineData("big5", "us-ascii")]
    [InlineData("gbk", "x-unheard-of")]
    [InlineData("gbk", "utf-16")]
    [InlineData("gb2312-utf8", "gb2312")]
    [InlineData("big5-utf8", "big5")]
    [InlineData("gb18030-utf8", null)]
    [InlineData("gbk-utf8", "iso-8859-1")]
    public void Read_APairOfTheSharedData_GivesTheExpectedText(string file, string? label)
    {
        var expected = Encoding.UTF8.GetString(Mail.Bytes($"cjk-{file.Replace("-utf8", "", StringComparison.Ordinal)}-utf8.txt"));
        var mail = Mail.Of($"From: a@example.com\nContent-Type: text/plain{(label is null ? "" : $"; charset={label}")}\nContent-Transfer-Encoding: 8bit", Mail.Bytes($"cjk-{file}.txt"));

        Lines(mail.Text).ShouldBe(Lines(expected));
    }

    [Theory]
    [InlineData("gb18030", "张三", null)]
    [InlineData("gb18030", "工资没有发，请问找谁？", null)]
    [InlineData("gb18030", "工资没有发，请问找谁？", "iso-8859-1")]
    [InlineData("gb18030", "联通", "gb2312")]
    [InlineData("big5", "請問薪資何時發放？我們已經等了三個月。", "gb2312")]
    [InlineData("utf-8", "请问", "gb2312")]
    [InlineData("iso-8859-1", "Eelanalüüsi päring für Köln", null)]
    [InlineData("iso-8859-1", "Nicolas Fouché a répondu", "iso-8859-1")]
    [InlineData("shift_jis", "こんにちは、世界", "shift_jis")]
    [InlineData("euc-kr", "한국말로 하는 것", "euc-kr")]
    [InlineData("koi8-r", "Здравствуйте", "koi8-r")]
    public void Read_ShortTexts_AreNotMistaken(string charset, string text, string? label) =>
        Mail.Of($"From: a@example.com\nContent-Type: text/plain{(label is null ? "" : $"; charset={label}")}", Mail.In(charset, text)).Text.ShouldBe(text);

    [Fact]
    public void Read_AWrongLabel_SaysSo() =>
        Mail.Of("From: a@example.com\nContent-Type: text/plain; charset=big5", Mail.In("gb18030", "我们公司已经三个月没有发工资了，请问应当找谁？")).Warnings.ShouldContain("声明的字符编码与内容不符，按内容判断。");

    [Theory]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("utf-8")]
    public void Read_RawEightBitHeaders_AreReadable(string charset)
    {
        var mail = UnionHall.Messaging.Mime.MailReader.Read((byte[])[.. "Subject: "u8, .. Mail.In(charset, "工資問題請教"), .. "\r\nFrom: "u8, .. Mail.In(charset, "主席"), .. " <a@example.com>\r\n\r\nx"u8]);

        (mail.Subject, mail.From!.Name).ShouldBe(("工資問題請教", "主席"));
    }

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
