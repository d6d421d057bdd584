using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.CheckRetaliation;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.Retaliation;
using UnionHall.Requests.SayRetaliation;

namespace UnionHall.Requests;

/// <summary>Registers the questions whether a worker was given a hard time.</summary>
internal static class RetaliationServices
{
    public static IServiceCollection AddRetaliation(this IServiceCollection services)
    {
        services.AddScoped<CheckList>();
        services.AddScoped<Callers>();
        services.AddScoped<RetaliationDesk>();
        services.AddScoped<CheckRetaliationHandler>();
        services.AddScoped<SayRetaliationHandler>();
        services.AddEventHandler<RequestClosed, PlanRetaliationChecks>();
        services.AddRecurringJob<AskAboutRetaliation>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 32, "有没有被为难", "shield-check", "/desk/follow-ups/retaliation", Permission.CallFollowUps));
        services.AddEventValues<RetaliationState>("retaliation-answered.state", state => state.Chinese());
        return services.AddEventLabels(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["retaliation-planned"] = "排定问有没有被为难", ["retaliation-asked"] = "问有没有被为难", ["retaliation-answered"] = "有没有被为难，有了结果" },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["retaliation-check"] = "有没有被为难",
                ["retaliation-planned.check"] = "哪一次",
                ["retaliation-asked.check"] = "哪一次",
                ["retaliation-answered.check"] = "哪一次",
                ["retaliation-planned.turn"] = "第几次",
                ["retaliation-planned.from"] = "哪天起问",
                ["retaliation-answered.state"] = "结果",
                ["recurring.ask-about-retaliation"] = "问有没有被为难",
            });
    }
}
