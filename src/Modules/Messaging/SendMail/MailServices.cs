using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.SendMail.ChangeMailServer;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Messaging.SendMail.ListFailedMail;
using UnionHall.Messaging.SendMail.SendTestMail;
using UnionHall.Messaging.SendMail.Smtp;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.SendMail;

/// <summary>Registers what sends mail.</summary>
internal static class MailServices
{
    public static IServiceCollection AddMailOut(this IServiceCollection services)
    {
        services.AddScoped<MailDb>();
        services.AddSingleton<MailSeal>();
        services.AddSingleton(made => new MailOutbox(made.GetRequiredService<MailSeal>()));
        services.AddSingleton(new SmtpPatience(TimeSpan.FromMinutes(1)));
        services.AddSingleton<MailClaims>();
        services.AddScoped<MailDispatch>();
        services.AddScoped<ChangeMailServerHandler>();
        services.AddScoped<MailTrafficQuery>();
        services.AddScoped<SendTestMailHandler>();
        services.AddScoped<FailedMailQuery>();
        services.AddScoped<ResendMailHandler>();
        services.AddRecurringJob<DeliverMail>().AddRecurringJob<SweepMail>();
        services.AddMailLabels();
        services.AddNavItem(new NavItem(NavPlace.Settings, 62, "发信服务器", "mail", "/admin/mail", Permission.ManageSettings));
        return services.AddModelPart<MailModel>();
    }
}
