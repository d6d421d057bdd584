using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.ChangeMailBox;
using UnionHall.Messaging.ReceiveMail.DeliverMail;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;
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

    /// <summary>A box of a unit with a chair and clerks by name; they must hold posts there.</summary>
    internal async Task<MailBoxId> BoxAsync(UnitId unit, string address, string chair, string clerks = "")
    {
        var code = (await WithAsync<UnitDirectory, UnitSummary?>(async units => await units.FindAsync(unit, TestContext.Current.CancellationToken)))!.Code;
        var form = new ChangeMailBoxForm { Address = address, Name = "主席信箱", Unit = code, Chair = chair, Clerks = clerks, Basis = "主席办公会 9 月" };
        (await WithAsync<ChangeMailBoxHandler, IReadOnlyList<Refusal>>(handler => handler.HandleAsync(Actor.Platform("测试"), form, TestContext.Current.CancellationToken))).ShouldBeEmpty();
        return await WithAsync<MailBoxBook, MailBoxId>(async book => (await book.ListAsync(Actor.Platform("测试"), TestContext.Current.CancellationToken)).Single(box => box.Address == address).Id);
    }

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IMailInput>(input));

    private sealed class TypedInput : IMailInput
    {
        public byte[] Content { get; set; } = [];

        public Task<ReadOnlyMemory<byte>> ReadAsync(int most, CancellationToken stop) => Task.FromResult<ReadOnlyMemory<byte>>(Content);
    }
}
