using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace UnionHall.Platform.Web;

/// <summary>Sends traces and metrics by OTLP to where OTEL_EXPORTER_OTLP_ENDPOINT says; costs nothing where it says nothing.</summary>
public static class Telemetry
{
    /// <summary>Name of the platform's own activity source and meter.</summary>
    public const string Source = "UnionHall";

    internal static IServiceCollection AddTelemetry(this IServiceCollection services) =>
        Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 }
            ? services.AddHostedService<Exporter>()
            : services;

    private sealed class Exporter : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var about = ResourceBuilder.CreateDefault().AddService("unionhall", serviceInstanceId: Environment.MachineName).AddEnvironmentVariableDetector();
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(about)
                .AddSource("Microsoft.AspNetCore", "Npgsql", Source)
                .AddOtlpExporter()
                .Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(about)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", Source)
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces?.ForceFlush(2000);
            metrics?.ForceFlush(2000);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
