using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data.Embedded;
using UnionHall.Platform.Ui;

namespace UnionHall.Platform.Web;

/// <summary>What every answer of the site goes through, in order.</summary>
public static class WebServices
{
    internal static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<Assets>();
        services.AddSingleton<Readiness>();
        services.AddHostedService<Draining>();
        services.AddProblemDetails();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>(TrustProxies);
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "unionhall.form";
            form.Cookie.HttpOnly = true;
            form.Cookie.SameSite = SameSiteMode.Lax;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add(new NulCharacters.FormFilter());
            mvc.Filters.Add(new UnknownHandlers());
        });
        return services.AddCompression().AddBodyLimits().AddRateLimits();
    }

    /// <summary>Starts the embedded database again when it dies.</summary>
    public static IServiceCollection AddDatabaseSupervisor(this IServiceCollection services, EmbeddedPostgres postgres) =>
        services.AddSingleton(postgres).AddHostedService<DatabaseSupervisor>();

    /// <summary>Before routing: headers, errors, compression, the site's own files.</summary>
    public static IApplicationBuilder UseSafety(this IApplicationBuilder app) =>
        app.UseForwardedHeaders().UseHsts().UseSecurityHeaders().UseSlowRequests().UseSiteFiles().UseResponseCompression().UseErrorAnswers().UseWithoutNul();

    /// <summary>A proxy on this machine is believed about who asks; others are named in "Proxies" (Proxies=10.0.0.0/8,192.168.1.4/32).</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in (configuration["Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
