using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;

namespace UnionHall.Messaging.SendMail.Data;

/// <summary>How the audit log names what happened with mail going out.</summary>
internal static class MailLabels
{
    public static IServiceCollection AddMailLabels(this IServiceCollection services) => services.AddEventLabels(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mail-server-changed"] = "改发信服务器",
            ["mail-queued"] = "写好一封邮件",
            ["mail-sent"] = "发出邮件",
            ["mail-failed"] = "邮件发不出去",
            ["mail-sent-again"] = "邮件重新发",
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mail-server"] = "发信服务器",
            ["mail-out"] = "发出的邮件",
            ["mail"] = "邮件",
            ["mail-failed.to"] = "收件人",
            ["mail-queued.key"] = "为什么事发的",
            ["mail-sent.key"] = "为什么事发的",
            ["mail-failed.key"] = "为什么事发的",
            ["mail-sent-again.key"] = "为什么事发的",
            ["recurring.deliver-mail"] = "发邮件",
            ["recurring.sweep-mail"] = "清理发过的邮件",
        });
}
