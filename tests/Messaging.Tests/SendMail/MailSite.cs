using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionHall.Messaging.SendMail;
using UnionHall.Messaging.SendMail.ChangeMailServer;
using UnionHall.Messaging.SendMail.Data;
using UnionHall.Messaging.SendMail.Domain;
using UnionHall.Messaging.SendMail.Smtp;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;
using UnionHall.Testing.Smtp;

namespace UnionHall.Messaging.Tests.SendMail;

/// <summary>A site that sends through a stand-in of a mail server.</summary>
public sealed class MailSite : TestSite
{
    public SmtpStandIn StandIn { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ConnectAsync(StandIn.Port, StandIn.Authority);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await StandIn.DisposeAsync();
    }

    public async Task ConnectAsync(int port, string authority)
    {
        var form = new ChangeMailServerForm
        {
            Host = "127.0.0.1",
            Port = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Security = "start-tls",
            UserName = "gonghui",
            Password = "秘密 2026",
            FromAddress = "gonghui@gh.example.cn",
            FromName = "临江市总工会",
            Authority = authority,
            Basis = "市总工会办公室〔2026〕8号",
        };
        (await WithAsync<ChangeMailServerHandler, IReadOnlyList<Refusal>>(handler => handler.HandleAsync(Actor.Platform("测试"), form, TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    /// <summary>Puts a mail out as a module would.</summary>
    public Task PutAsync(OutgoingMail mail) => WithAsync<MailDb>(async db =>
    {
        Services.GetRequiredService<MailOutbox>().Add(db.Context, mail, Clock.GetUtcNow());
        await db.SaveAsync(Actor.Platform("测试"), TestContext.Current.CancellationToken);
    });

    public Task DeliverAsync() => WithAsync<DeliverMail>(job => job.RunAsync(TestContext.Current.CancellationToken));

    internal Task<MailOut> RowAsync(string key) => WithAsync<MailDb, MailOut>(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.Key == key, TestContext.Current.CancellationToken));

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new SmtpPatience(TimeSpan.FromSeconds(2))));
}
