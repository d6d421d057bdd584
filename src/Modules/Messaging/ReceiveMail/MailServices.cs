using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.ChangeMailBox;
using UnionHall.Messaging.ReceiveMail.ChangeMailFetch;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.DeliverMail;
using UnionHall.Messaging.ReceiveMail.Demo;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Messaging.ReceiveMail.Fetch;
using UnionHall.Messaging.ReceiveMail.Judge;
using UnionHall.Messaging.ReceiveMail.StoreMail;
using UnionHall.Platform;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Messaging.ReceiveMail;

/// <summary>Registers what receives mail.</summary>
internal static class MailServices
{
    public static IServiceCollection AddReceivedMail(this IServiceCollection services)
    {
        services.AddScoped<MailDb>();
        services.AddSingleton<MailSeal>();
        services.AddScoped<StoreMailHandler>();
        services.AddSingleton<IMailInput, StandardInput>();
        services.AddCommand<DeliverMailCommand>();
        services.AddScoped<MailBoxBook>();
        services.AddScoped<PossibleReaders>();
        services.AddFrameRead<MailBoxGrants>().AddScoped<IGrantAddition>(provider => provider.GetRequiredService<MailBoxGrants>());
        services.AddScoped(made => new MailRoom(made.GetRequiredService<MailDb>(), made.GetRequiredService<PossibleReaders>()));
        services.AddScoped<MailJudge>();
        services.AddScoped(made => new MailCorrespondence(made.GetRequiredService<MailDb>(), made.GetRequiredService<MailSeal>(), made.GetRequiredService<MailOutbox>(), made.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailDoors>();
        services.AddSingleton<FetchImap>();
        services.AddHostedService<WatchImap>();
        services.AddRecurringJob<FetchMaildir>();
        services.AddRecurringJob<ForgetMail>();
        services.AddScoped<ChangeMailFetchHandler>();
        services.AddScoped(made => new IncomingMail(made.GetRequiredService<MailDb>(), made.GetRequiredService<MailSeal>(), made.GetRequiredService<MailJudge>(), made.GetRequiredService<TimeProvider>()));
        services.AddScoped<ChangeMailBoxHandler>();
        services.AddScoped<IDemoPart, DemoMails>();
        services.AddMailLabels();
        services.AddNavItem(new NavItem(NavPlace.Settings, 61, "主席信箱", "mail", "/admin/mail-boxes", Permission.ManageSettings));
        return services.AddModelPart<MailModel>();
    }
}
