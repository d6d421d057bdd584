using UnionHall.Messaging;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.Letters;

/// <summary>Says at once that a letter came, with the reference and the passphrase by which its writer follows it.</summary>
internal sealed class LetterReceipts(RequestsDb db, MailCorrespondence mails, TimeProvider clock)
{
    /// <summary>Only what is not saved yet is looked at: it belongs to the same save. The caller saves.</summary>
    public async Task AcknowledgeAsync(ReceivedMail letter, Received received, CancellationToken stop)
    {
        var request = received.Request;
        if (db.Mails.Local.FirstOrDefault(mail => mail.RequestId == request.Id) is { } begun)
        {
            var day = SpokenTime.Day(ChinaTime.DateOf(request.DueAt), ChinaTime.DateOf(clock.GetUtcNow()));
            await mails.AcknowledgeAsync(begun.ThreadId, $"letter-receipt-{request.Id}", Words(letter.Box.Name, Reference.Spoken(request.Reference), received.Passphrase, day), stop);
        }
    }

    private static string Words(string box, string reference, string passphrase, string day) =>
        $"""
        您好，您写给{box}的信收到了，只有主席和主席托付的同志看得到。

        编号：{reference}
        口令：{passphrase}
        {day}前答复您，答复会寄到这个邮箱。

        还有要补充的，直接回这封信就行。在网站的“查进度”里填编号和口令，也能看到办到了哪一步。口令不要告诉别人。

        这封信是自动发出的。
        """;
}
