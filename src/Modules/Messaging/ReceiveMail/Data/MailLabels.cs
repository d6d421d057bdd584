using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;

namespace UnionHall.Messaging.ReceiveMail.Data;

/// <summary>How the audit log names what happened with mail that comes in.</summary>
internal static class MailLabels
{
    public static IServiceCollection AddMailLabels(this IServiceCollection services) => services.AddEventLabels(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mail-box-changed"] = "改信箱",
            ["mail-received"] = "收到邮件",
            ["mail-settled"] = "处理邮件",
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mail-box"] = "信箱",
            ["box"] = "信箱",
            ["mail"] = "邮件",
            ["recurring.fetch-maildir"] = "取邮件夹里的信",
            ["recurring.forget-mail"] = "清理没收下的旧信",
        });
}
