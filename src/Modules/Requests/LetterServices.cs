using Microsoft.Extensions.DependencyInjection;
using UnionHall.Messaging;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.DecideMail;
using UnionHall.Requests.Letters;
using UnionHall.Requests.Notify;
using UnionHall.Requests.ReadLetters;

namespace UnionHall.Requests;

/// <summary>Registers what makes requests of letters to the mailboxes of the union.</summary>
internal static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddScoped<LetterReaders>();
        services.AddScoped<LetterIntake>();
        services.AddScoped<LetterFiles>();
        services.AddScoped<LetterReceipts>();
        services.AddScoped<LetterWords>();
        services.AddScoped<DecideMailHandler>();
        services.AddScoped<LettersQuery>();
        services.AddEventHandler<MailReceived, TakeMail>();
        services.AddEventHandler<RequestReplied, AnswerByMail>();
        services.AddEventHandler<WorkerAsked, AnswerByMail>();
        services.AddEventHandler<RequestClosed, AnswerByMail>();
        services.AddEventHandler<MailFailed, AnswerByMail>();
        services.AddEventHandler<LetterBounced, TellOfLetters>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 36, "主席信箱", "mail", "/desk/mail", Permission.ReadRequests) { Only = actor => actor.Grants.Any(grant => grant.IsAddition) });
        return services.AddEventLabels(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["letter-bounced"] = "给职工的信退回",
        });
    }
}
