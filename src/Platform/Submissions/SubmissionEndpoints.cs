using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace UnionHall.Platform.Submissions;

/// <summary>The doors of the submission part for the composition of the site and for JSON endpoints.</summary>
public static class SubmissionEndpoints
{
    /// <summary>Put after routing, authentication and authorisation.</summary>
    public static IApplicationBuilder UseIdempotencyKeys(this IApplicationBuilder app) => app.UseMiddleware<IdempotencyMiddleware>();

    /// <summary>Makes a JSON endpoint ask for the Idempotency-Key header and answer repetitions with the first answer.</summary>
    public static TBuilder WithIdempotencyKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new IdempotencyKeyNeeded()));
        return endpoint;
    }

    internal static IServiceCollection AddSubmissions(this IServiceCollection services)
    {
        services.AddSingleton<SubmissionGate>();
        services.AddSingleton<SubmissionStore>();
        services.AddScoped<Submission>();
        services.AddScoped<SubmissionDoor>();
        services.AddScoped<SubmissionFilter>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(mvc => mvc.Filters.AddService<SubmissionFilter>());
        return services.AddModelPart<SubmissionModel>().AddRecurringJob<SweepSubmissions>();
    }
}
