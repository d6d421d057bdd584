using UnionHall.Messaging.SendMail.Format;

namespace UnionHall.Messaging.SendMail.Smtp;

/// <summary>How long one step of the conversation with a mail server may take.</summary>
internal sealed record SmtpPatience(TimeSpan Step);

/// <summary>Sends mails over one connection, made when the first needs it and again after it broke. Each gives a value: null, or why not.</summary>
internal sealed class SmtpSender(OpenedServer server, SmtpPatience patience) : IAsyncDisposable
{
    private SmtpSession? session;
    private SmtpFault? shut;

    public async Task<SmtpFault?> SendAsync(OutgoingMail mail, DateTimeOffset date, CancellationToken stop)
    {
        if (shut is not null)
        {
            return shut;
        }

        var isLetIn = false;
        try
        {
            session ??= await SmtpSession.OpenAsync(server, patience.Step, stop);
            isLetIn = true;
            await session.SendAsync(mail.From, mail.To, MailWriter.Write(mail, date), stop);
            return null;
        }
        catch (SmtpFaultException problem)
        {
            // A server that lets nobody in need not be asked again for each mail.
            shut = isLetIn ? null : problem.Fault;
            await RecoverAsync(stop);
            return problem.Fault;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (session is { } open)
        {
            await open.LeaveAsync(CancellationToken.None);
            await open.DisposeAsync();
        }
    }

    private async Task RecoverAsync(CancellationToken stop)
    {
        if (session is not { } open)
        {
            return;
        }

        try
        {
            await open.ResetAsync(stop);
        }
        catch (SmtpFaultException)
        {
            session = null;
            await open.DisposeAsync();
        }
    }
}
