using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailFetch;

/// <summary>Has a box fetched from a mail server, or no longer.</summary>
internal sealed class ChangeMailFetchHandler(MailDb db, MailBoxBook book, MailSeal seal, SettingLog log)
{
    private static readonly Refusal Gone = new("mail-box-gone", "这个信箱不归您管，或者已经没有了。");

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeMailFetchForm form, CancellationToken stop)
    {
        if (await book.FindAsync(actor, form.Box, stop) is not { } box)
        {
            return [Gone];
        }

        if (await log.MeanwhileAsync(MailBoxBook.Area, box.Id.ToString(), form.Seen, stop) is { } meanwhile)
        {
            return [meanwhile];
        }

        var before = await db.Imaps.SingleOrDefaultAsync(row => row.BoxId == box.Id, stop);
        var isElsewhere = before is null || before.Host != form.BareHost || before.UserName != form.BareUser;
        var basis = Basis.Read(form.Basis);
        List<Refusal> refused = [.. form.Ends ? [] : form.Refusals(isElsewhere), .. new[] { basis.Refusal }.OfType<Refusal>()];
        var lines = Lines(before, form);
        if (refused.Count == 0 && lines.Count == 0)
        {
            refused.Add(new Refusal("imap-same", "和现在的一样，没有要改的。", nameof(form.Host)));
        }

        if (refused.Count == 0)
        {
            Apply(before, box.Id, form, isElsewhere);
            box.FetchOtherwise();
            log.Add(actor, new SettingEntry(MailBoxBook.Area, box.Id.ToString(), form.Ends ? "不再取信" : before is null ? "开始取信" : "改取信", null, basis.Value!, lines));
            await db.SaveAsync(actor, stop);
        }

        return refused;
    }

    private void Apply(MailBoxImap? before, MailBoxId box, ChangeMailFetchForm form, bool isElsewhere)
    {
        if (form.Ends)
        {
            if (before is not null)
            {
                db.Imaps.Remove(before);
            }

            return;
        }

        var row = before ?? db.Imaps.Add(new MailBoxImap { BoxId = box }).Entity;
        (row.Host, row.Port, row.UserName, row.Fingerprint) = (form.BareHost, form.Port, form.BareUser, form.BareFingerprint);
        row.Password = string.IsNullOrEmpty(form.Password) ? row.Password : seal.Password(form.Password);
        if (isElsewhere)
        {
            (row.UidValidity, row.LastUid) = (null, 0);
        }
    }

    /// <summary>Of the password it is only said that it was replaced.</summary>
    private static IReadOnlyList<SettingLine> Lines(MailBoxImap? before, ChangeMailFetchForm after) => SettingLine.Of(
    [
        ("收信服务器", before is null ? null : $"{before.Host}:{before.Port}", after.Ends ? null : $"{after.BareHost}:{after.Port}"),
        ("用户名", before?.UserName, after.Ends ? null : after.BareUser),
        ("密码", before is null ? null : "原来的", after.Ends ? null : string.IsNullOrEmpty(after.Password) ? before is null ? null : "原来的" : "已换新"),
        ("证书指纹", before?.Fingerprint, after.Ends ? null : after.BareFingerprint),
    ]);
}
