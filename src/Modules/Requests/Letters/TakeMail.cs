using UnionHall.Messaging;
using UnionHall.Platform.Jobs;
using UnionHall.Platform.Security;
using UnionHall.Requests.Data;
using UnionHall.Requests.Following;

namespace UnionHall.Requests.Letters;

/// <summary>Makes of a mail what it is: a request, a word in one, a mark on one, or nothing. Run twice it finds the mail settled.</summary>
internal sealed class TakeMail(RequestsDb db, IncomingMail mails, LetterIntake letters, LetterWords replies, LetterReceipts receipts, TimeProvider clock) : IEventHandler<MailReceived>
{
    private static readonly Actor Mail = Actor.Platform("收信");
    private static readonly Actor Worker = new(null, WorkerActor.Name, []);

    public async Task HandleAsync(MailReceived happened, CancellationToken stop)
    {
        if (await mails.ReadAsync(happened.Mail, stop) is not { State: MailState.New } mail)
        {
            return;
        }

        switch (mail.Verdict)
        {
            case MailVerdict.Letter:
                await FileAsync(mail, stop);
                break;
            case MailVerdict.Reply when mail.Text.Length == 0 && mail.Files.Count == 0 && mail.Quoted is { Length: > 0 }:
                mails.Wait(mail, "回信里像是只有引用的旧信。答复可能写在引文里面，请看一眼。");
                break;
            case MailVerdict.Reply when mail.Text.Length == 0 && mail.Files.Count == 0:
                mails.KeepOut(mail, "回信里没有新的话。");
                break;
            case MailVerdict.Reply:
                await AddAsync(mail, stop);
                break;
            case MailVerdict.Bounce:
                await MarkAsync(mail, stop);
                break;
            case MailVerdict.Doubtful:
                mails.Wait(mail, mail.Why!);
                break;
            default:
                mails.KeepOut(mail, mail.Why!);
                break;
        }

        await db.SaveAsync(mail.Verdict is MailVerdict.Letter or MailVerdict.Reply ? Worker : Mail, stop);
    }

    private async Task FileAsync(ReceivedMail mail, CancellationToken stop)
    {
        var taken = await letters.TakeAsync(mail, stop);
        if (taken.Refusal is { } refusal)
        {
            mails.Wait(mail, refusal.Sentence);
            return;
        }

        await receipts.AcknowledgeAsync(mail, taken.Value!, stop);
    }

    private async Task AddAsync(ReceivedMail mail, CancellationToken stop)
    {
        if ((await replies.AddAsync(mail, stop)).Refusal is { } refusal)
        {
            mails.Wait(mail, refusal.Sentence);
        }
    }

    private async Task MarkAsync(ReceivedMail mail, CancellationToken stop)
    {
        if (mail.Thread is { } thread)
        {
            await mails.MarkBouncedAsync(thread, stop);
            (await replies.RequestOfAsync(thread, stop))?.Bounce("寄给职工的信退回来了，他没有收到。", Mail, clock.GetUtcNow());
        }

        mails.KeepOut(mail, mail.Why!);
    }
}
