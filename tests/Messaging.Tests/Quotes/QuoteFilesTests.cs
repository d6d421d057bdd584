using System.Text.Json;
using UnionHall.Messaging.Mime;
using UnionHall.Messaging.Quotes;

namespace UnionHall.Messaging.Tests.Quotes;

/// <summary>
/// The quoted-text sets of the shared data. What a reader would call the writer's own is stated by hand: where it starts,
/// where it ends, and something that must be folded away.
/// </summary>
public sealed class QuoteFilesTests
{
    [Theory]
    [InlineData("talon-android.eml", "Hello", "Hello", "Hi")]
    [InlineData("talon-aol.eml", "Hello", "Hello", "Original Message")]
    [InlineData("talon-apple_mail_2.eml", "Hello", "Hello", "Hi there!")]
    [InlineData("talon-comcast.eml", "Hello", "Hello", "Original Message")]
    [InlineData("talon-gmail.eml", "Hello", "Hello", "wrote:")]
    [InlineData("talon-hotmail.eml", "Hello", "Hello", "Subject: Test")]
    [InlineData("talon-iphone.eml", "Hello", "Hello", "Sent from my iPhone")]
    [InlineData("talon-outlook.eml", "Hello", "Hello", "The manager's comment")]
    [InlineData("talon-reply-quotations-share-block.eml", "Hi Katharine.", "from you soon.", "New Booking Inquiry")]
    [InlineData("talon-yahoo.eml", "Hello", "Hello", "Original Message")]
    [InlineData("talon-gmail.html", "Hi. I am fine.", "Alex", "Sasha")]
    [InlineData("talon-mail_ru.html", "Hi. I am fine.", "Alex", "Sasha")]
    [InlineData("talon-ms_outlook_2003.html", "Hi. I am fine.", "Alex", "Sasha")]
    [InlineData("talon-ms_outlook_2010.html", "Hi. I am fine.", "Alex", "How are you?")]
    [InlineData("talon-thunderbird.html", "Hi. I am fine.", "Alex", "Sasha")]
    [InlineData("talon-windows_mail.html", "Hi. I am fine.", "Alex", "Sasha")]
    [InlineData("zh-qqmail-gb18030-reply.eml", "Thinks,", "Best Regards!", "原始邮件")]
    public void Read_AReply_KeepsOnlyTheOwnWords(string file, string start, string end, string folded)
    {
        var mail = Mail.Read(file);

        mail.Text.ShouldStartWith(start);
        mail.Text.ShouldEndWith(end);
        mail.Quoted.ShouldNotBeNull().ShouldContain(folded);
        mail.Text.ShouldNotContain(folded == "Hi" ? "Hi\n" : folded);
    }

    [Theory]
    [InlineData("correct_sig.txt", "this is an email", "-- signature.", "rick")]
    [InlineData("email_1_1.txt", "Hi folks", "Java HTTP API.", "Abhishek Kona")]
    [InlineData("email_1_2.txt", "Hi,", "delete them all individually.\"", "Hi folks")]
    [InlineData("email_1_3.txt", "Oh thanks.", "would be great.", "Vopegego Kepo")]
    [InlineData("email_1_4.txt", "Awesome!", "problem with it.", "Loader seems")]
    [InlineData("email_1_5.txt", "One: Here's", "for a while.", null)]
    [InlineData("email_1_6.txt", "I get proper", "as well.", "magnificent torch")]
    [InlineData("email_1_7.txt", ":+1:", ":+1:", "Steps 0-2")]
    [InlineData("email_1_8.txt", "On Tue, Apr 29", "and under this.", "this is my signature")]
    [InlineData("email_2_1.txt", "Outlook with a reply", "Outlook with a reply", "Google Apps Sync Team")]
    [InlineData("email_2_2.txt", "Outlook with a reply", "directly above line", "I am replying")]
    [InlineData("email_2_3.txt", "Outlook with a reply", "directly above line", "I am replying")]
    [InlineData("email_BlackBerry.txt", "Here is another email", "another email", "BlackBerry")]
    [InlineData("email_bullets.txt", "test 2 this", "- and another", "Joe Smith")]
    [InlineData("email_iPhone.txt", "Here is another email", "another email", "iPhone")]
    [InlineData("email_multi_word_sent_from_my_mobile_device.txt", "Here is another email", "another email", "Verizon")]
    [InlineData("email_one_is_not_on.txt", "Thank, this", "when I run...", "The good news")]
    [InlineData("email_sent_from_my_not_signature.txt", "Here is another email", "my mobile phone.", null)]
    [InlineData("email_sig_delimiter_in_middle_of_line.txt", "Hi there!", "kthxbai", null)]
    [InlineData("greedy_on.txt", "On your remote host", "is not working.", "odd issue")]
    [InlineData("pathological.txt", "I think you're", "back to a computer.", "reference sequence")]
    public void Fold_ATextOfTheReplyParser_KeepsOnlyTheOwnWords(string name, string start, string end, string? folded)
    {
        var text = Rows("email_reply_parser_texts.jsonl").Single(row => row.GetProperty("name").GetString() == name).GetProperty("text").GetString()!;

        Check(QuoteFolder.Fold([.. BodyLine.Split(CleanText.Lines(text))], null, isReply: true), start, end, folded);
    }

    [Theory]
    [InlineData("camel_case", "Martin, can we get", "cool shirts!", null)]
    [InlineData("jeff", "Thanks Sasha", "homepage.", "via mobile")]
    [InlineData("johndoeexamplecom", "(Please accept", "drawing!", "www.example.com")]
    [InlineData("long", "Lorem ipsum", "aliquam lacus.", "(555) 346-9947")]
    [InlineData("short_url", "Simone,", "what you see.", "Noam")]
    [InlineData("sparse", "Lorem ipsum", "aliquam lacus.", "555-875-7611")]
    public void Fold_ASignatureOfTheSender_IsFound(string name, string start, string end, string? folded)
    {
        var row = Rows("talon_signature_pairs.jsonl").Single(row => row.GetProperty("name").GetString() == name);
        var sender = row.GetProperty("sender").GetString()!.Trim();
        var address = sender.Contains('@', StringComparison.Ordinal) ? new MailAddress(null, sender) : new MailAddress(sender, "somebody@example.net");

        Check(QuoteFolder.Fold([.. BodyLine.Split(row.GetProperty("body").GetString()!)], address, isReply: true), start, end, folded);
    }

    private static void Check(FoldedText text, string start, string end, string? folded)
    {
        text.Own.ShouldStartWith(start);
        text.Own.ShouldEndWith(end);
        if (folded is null)
        {
            text.Quoted.ShouldBeNull();
            return;
        }

        text.Quoted.ShouldNotBeNull().ShouldContain(folded);
        text.Own.ShouldNotContain(folded);
    }

    private static List<JsonElement> Rows(string file) => [.. File.ReadLines(Path.Combine(Mail.Folder(), file)).Select(line => JsonDocument.Parse(line).RootElement)];
}
