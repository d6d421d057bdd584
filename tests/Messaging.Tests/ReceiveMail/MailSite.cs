using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionHall.Messaging.ReceiveMail.DeliverMail;
using UnionHall.Platform.Cli;
using UnionHall.Testing;

namespace UnionHall.Messaging.Tests.ReceiveMail;

/// <summary>A site whose command line is given its mail by the test.</summary>
public sealed class MailSite : TestSite
{
    private readonly TypedInput input = new();

    /// <summary>Runs "mail deliver" as a mail server would.</summary>
    public async Task<(int Code, string Said)> DeliverAsync(string box, string mail)
    {
        await using var said = new StringWriter();
        input.Content = Encoding.UTF8.GetBytes(mail);
        var code = await WithAsync<CommandRunner, int>(runner => runner.RunAsync(["mail", "deliver", "--box", box], said, said, TestContext.Current.CancellationToken));
        return (code, said.ToString());
    }

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IMailInput>(input));

    private sealed class TypedInput : IMailInput
    {
        public byte[] Content { get; set; } = [];

        public Task<ReadOnlyMemory<byte>> ReadAsync(int most, CancellationToken stop) => Task.FromResult<ReadOnlyMemory<byte>>(Content);
    }
}
