using System.Text;
using UnionHall.Messaging.Mime;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests;

/// <summary>Letters for the tests: from the shared data, or written here line by line.</summary>
internal static class Mail
{
    public static string Folder()
    {
        var folder = Repository.SharedData("mail");
        Assert.SkipWhen(folder is null, "The shared data is not here.");
        return folder!;
    }

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder(), file));

    public static MailMessage Read(string file) => MailReader.Read(Bytes(file));

    /// <summary>A message of these lines, in UTF-8.</summary>
    public static MailMessage Of(params string[] lines) => MailReader.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    /// <summary>A message with this header and a body in these bytes.</summary>
    public static MailMessage Of(string headers, byte[] body) => MailReader.Read((byte[])[.. Encoding.UTF8.GetBytes(headers.ReplaceLineEndings("\r\n") + "\r\n\r\n"), .. body]);

    /// <summary>A short letter with this text.</summary>
    public static MailMessage Saying(string text, string from = "Zhang San <zhang@example.com>") =>
        Of($"From: {from}", "To: chair@union.example", "Subject: Re: hello", "Date: Mon, 2 Apr 2012 18:22:10 +0800", "Content-Type: text/plain; charset=utf-8", "", text);

    /// <summary>A short letter in HTML.</summary>
    public static MailMessage InHtml(string html) =>
        Of("From: Zhang San <zhang@example.com>", "Subject: Re: hello", "Date: Mon, 2 Apr 2012 18:22:10 +0800", "Content-Type: text/html; charset=utf-8", "", html);

    static Mail() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] In(string charset, string text) => Encoding.GetEncoding(charset).GetBytes(text);
}
