using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.ChangeTemplate;
using UnionHall.Requests.KeepOwnTemplate;
using UnionHall.Requests.Templates;

namespace UnionHall.Requests;

/// <summary>Registers what helps to answer: templates.</summary>
internal static class AnsweringServices
{
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddScoped<TemplateBook>();
        services.AddScoped<TemplatePicker>();
        services.AddScoped<ChangeTemplateHandler>();
        services.AddScoped<KeepOwnTemplateHandler>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 43, "答复模板", "message", "/admin/templates", Permission.ManageSettings));
        return services.AddEventLabels(Events, Fields);
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["reply-template-changed"] = "改答复模板",
        ["own-template-kept"] = "存自己的答复模板",
        ["own-template-forgotten"] = "删自己的答复模板",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["reply-template"] = "答复模板",
        ["template"] = "答复模板",
        ["reply-template-changed.from"] = "从哪天起",
    };
}
