using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Ui;

/// <summary>Registers what all pages share, and lets modules fill its slots in the same words.</summary>
public static class UiServices
{
    /// <summary>Pages with Chinese messages.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.PostConfigure<MvcOptions>(ChineseMessages.Apply);
        services.Configure<CookieTempDataProviderOptions>(memory => memory.Cookie.Name = Toasts.CookieName);
        services.Configure<MvcViewOptions>(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        return services;
    }

    /// <summary>Adds an entry to the navigation.</summary>
    public static IServiceCollection AddNavItem(this IServiceCollection services, NavItem item) => services.AddSingleton(item);

    /// <summary>Fills the links under an entry of the desk.</summary>
    public static IServiceCollection AddNavSection<TSection>(this IServiceCollection services)
        where TSection : class, INavSection => services.AddScoped<INavSection, TSection>();

    /// <summary>Adds something the frame of the desk shows, which is asked together with the posts.</summary>
    public static IServiceCollection AddFrameRead<TRead>(this IServiceCollection services)
        where TRead : class, IFrameRead => services.AddScoped<TRead>().AddScoped<IFrameRead>(provider => provider.GetRequiredService<TRead>());

    /// <summary>Adds a block to the worker's home page.</summary>
    public static IServiceCollection AddHomePanel<TPanel>(this IServiceCollection services)
        where TPanel : class, IHomePanel => services.AddScoped<IHomePanel, TPanel>();

    /// <summary>Adds a block to the desk's 今天.</summary>
    public static IServiceCollection AddDeskPanel<TPanel>(this IServiceCollection services)
        where TPanel : class, IDeskPanel => services.AddScoped<IDeskPanel, TPanel>();
}
