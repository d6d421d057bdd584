using System.Globalization;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Messaging.SendMail.ChangeMailServer;

/// <summary>Sets up or changes the server through which mail goes out. All units share it.</summary>
internal sealed class ChangeMailServerHandler(MailDb db, MailSeal seal, WholeTree tree, SettingLog log)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "mail-server";

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeMailServerForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop, "发信服务器") is { } notHis)
        {
            return [notHis];
        }

        var before = await db.ServerAsync(stop);
        var refused = new List<Refusal>();
        var basis = Basis.Read(form.Basis);
        var typed = TypedServer.Read(form, before, refused);
        refused.AddRange(new[] { basis.Refusal }.OfType<Refusal>());
        var lines = Lines(before, typed);
        if (refused.Count == 0 && lines.Count == 0)
        {
            refused.Add(new Refusal("mail-server-same", "和现在的一样，没有要改的。", nameof(form.Host)));
        }

        if (refused.Count == 0)
        {
            await SaveAsync(actor, before, typed, new SettingEntry(Area, "server", before is null ? "接入发信服务器" : "改动", null, basis.Value!, lines), stop);
        }

        return refused;
    }

    private async Task SaveAsync(Actor actor, MailServer? before, TypedServer typed, SettingEntry entry, CancellationToken stop)
    {
        var server = before ?? db.Servers.Add(new MailServer()).Entity;
        (server.Host, server.Port, server.Security, server.UserName) = (typed.Host, typed.Port, typed.Security, typed.UserName);
        (server.FromAddress, server.FromName, server.Authority) = (typed.FromAddress, typed.FromName, typed.Authority);
        server.Password = typed.UserName.Length == 0 ? null : typed.Password is { } password ? seal.Password(password) : server.Password;
        log.Add(actor, entry);
        db.Context.Happened(new MailServerChanged());
        await db.SaveAsync(actor, stop);
    }

    /// <summary>Of the password it is only said that it was replaced.</summary>
    private static IReadOnlyList<SettingLine> Lines(MailServer? before, TypedServer after) => SettingLine.Of(
    [
        ("服务器", before?.Host, after.Host),
        ("端口", before?.Port.ToString(CultureInfo.InvariantCulture), after.Port.ToString(CultureInfo.InvariantCulture)),
        ("加密", before?.Security.Chinese(), after.Security == default ? null : after.Security.Chinese()),
        ("用户名", before?.UserName, after.UserName),
        ("密码", Kept(before), after.UserName.Length == 0 ? null : after.Password is null ? Kept(before) : "已换新"),
        ("发信地址", before?.FromAddress, after.FromAddress),
        ("发信人", before?.FromName, after.FromName),
        ("服务器证书", before?.Authority is null ? null : "原来的", after.Authority is null ? null : after.Authority == before?.Authority ? "原来的" : "已换新"),
    ]);

    private static string? Kept(MailServer? before) => before?.Password is null ? null : "原来的";
}
