using UnionHall.Messaging.SendMail.Data;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Messaging.SendMail.SendTestMail;

internal sealed class SendTestMailForm
{
    public string? To { get; set; }
}

/// <summary>Sends one mail at once and tells what became of it.</summary>
internal sealed class SendTestMailHandler(MailDb db, MailOutbox outbox, MailClaims claims, MailDispatch dispatch, WholeTree tree, TimeProvider clock)
{
    private static readonly Refusal NoServer = new("mail-server-none", "还没有发信服务器，先到“发信服务器”里填好。");

    /// <returns>Done when the server took it; else why not.</returns>
    public async Task<Result> HandleAsync(Actor actor, SendTestMailForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop, "发信服务器") is { } notHis)
        {
            return notHis;
        }

        var to = PlainText.SingleLine(form.To);
        if (!MailOutbox.CanReach(to))
        {
            return new Refusal("mail-to", "收件地址要写完整，比如 wang@example.cn。", nameof(form.To));
        }

        if (await db.ServerAsync(stop) is not { } server)
        {
            return NoServer;
        }

        var now = clock.GetUtcNow();
        var key = $"test-{SortableId.Next(now):N}";
        outbox.Add(db.Context, Test(key, server.FromAddress, server.FromName, to), now);
        var mail = db.Mails.Local.Single(one => one.Key == key).Id;
        await db.SaveAsync(actor, stop);
        var fault = await claims.TakeAsync(mail, stop) ? await dispatch.SendAsync(server, [mail], stop) : null;
        return fault is null ? Result.Done : new Refusal("mail-not-sent", $"没有发成。{fault.Sentence}{(fault.Answer is { } answer ? $"服务器说：{answer}" : "")}");
    }

    private static OutgoingMail Test(string key, string from, string name, string to) => new()
    {
        Key = key,
        From = from,
        FromName = name,
        To = to,
        Subject = "试发的一封信",
        Text = "这封信是系统管理员试发的。您收到了，说明工会的邮件发得出来。不用回复。",
        IsAutomatic = true,
    };
}
