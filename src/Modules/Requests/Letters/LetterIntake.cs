using UnionHall.Messaging;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Text;

namespace UnionHall.Requests.Letters;

/// <summary>
/// Makes a request of a letter. Its writer is hidden from every unit it may be handed to: he told the chair. What he quoted and signed
/// stands on the page of the letter, for the readers of the box.
/// </summary>
internal sealed class LetterIntake(RequestsDb db, RequestIntake intake, ServiceCatalogue catalogue, IncomingMail mails, LetterFiles files, UnitDirectory units, TimeProvider clock)
{
    public const int WordsMost = 20_000;
    private const int TitleMost = 40;

    private static readonly Actor Worker = new(null, WorkerActor.Name, []);

    /// <summary>The caller saves. A refusal says why it has to wait for a reader.</summary>
    public async Task<Result<Received>> TakeAsync(ReceivedMail letter, CancellationToken stop)
    {
        if (await catalogue.GeneralAsync(MatterType.Complaint, stop) is not { } service)
        {
            return new Refusal("letter-no-service", "服务目录里没有收信用的事项，请系统管理员补上。");
        }

        var now = clock.GetUtcNow();
        var (stored, lost) = await files.StoreAsync(letter, stop);
        var asked = new NewRequest
        {
            Service = service,
            Title = Title(letter.Subject),
            Words = WordsOf(letter),
            Visibility = Visibility.Hidden,
            Channel = Channel.Mail,
            Receiver = await units.SuccessorAsync(letter.Box.Unit, stop),
            MailBox = letter.Box.Id,
            Person = letter.FromAddress.Length == 0 ? null : new Person(null, letter.FromName.Length == 0 ? letter.FromAddress : letter.FromName, null),
        };
        var received = await intake.ReceiveAsync(asked, Worker, now, stop);
        await files.AttachAsync(received.Request, received.Request.Timeline[0], stored, lost, stop);
        MailThreadId? thread = letter.FromAddress.Length == 0 ? null : mails.Start(letter);
        if (thread is { } begun)
        {
            db.Mails.Add(new RequestMail { ThreadId = begun, RequestId = received.Request.Id });
        }

        await mails.TakeAsync(letter, thread, stop);
        return received;
    }

    public static string WordsOf(ReceivedMail letter)
    {
        var words = PlainText.Clean(letter.Text);
        return words.Length == 0 ? "（信里没有字，见附件。）" : PlainText.CountCodePoints(words) <= WordsMost ? words : PlainText.Excerpt(words, WordsMost);
    }

    /// <summary>The subject without what programs put before it; null where it says nothing.</summary>
    private static string? Title(string subject)
    {
        var title = MailSubject.Bare(PlainText.SingleLine(subject));
        return title.Length == 0 ? null : PlainText.Excerpt(title, TitleMost);
    }
}
