using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace UnionHall.Platform.Web;

/// <summary>The one place where an exception or an empty refusal becomes an answer.</summary>
public static class ErrorHandling
{
    /// <summary>Outermost but for the headers: nothing gets past it.</summary>
    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = AnswerExceptionAsync,
            SuppressDiagnosticsCallback = _ => true,
        });
        return app.UseStatusCodePages(empty => AnswerAsync(empty.HttpContext, empty.HttpContext.Response.StatusCode, null));
    }

    /// <summary>The status an exception means.</summary>
    internal static int StatusOf(Exception problem) => problem switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ when IsDatabaseAway(problem) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task AnswerExceptionAsync(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (context.RequestAborted.IsCancellationRequested && problem is OperationCanceledException or IOException)
        {
            return;
        }

        var status = StatusOf(problem);
        var reference = status >= StatusCodes.Status500InternalServerError ? Report(context, problem, status) : null;
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "10";
        }

        await AnswerAsync(context, status, reference);
    }

    private static Task AnswerAsync(HttpContext context, int status, string? reference) =>
        context.RequestServices.GetRequiredService<IErrorAnswer>().WriteAsync(context, status, reference);

    private static string Report(HttpContext context, Exception problem, int status)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("UnionHall.Errors");
        var reference = ErrorReference.Of(Activity.Current, context.TraceIdentifier);
        var path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Log.DatabaseUnreachable(logger, reference, context.Request.Method, path, problem.GetBaseException().Message);
        }
        else
        {
            Log.Broke(logger, reference, context.Request.Method, path, problem);
        }

        return reference;
    }

    /// <summary>The database is down, starting, stopping, read-only after a change of primary, or full of connections.</summary>
    private static bool IsDatabaseAway(Exception problem)
    {
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException refused:
                    return refused.SqlState is "57P01" or "57P02" or "57P03" or "53300" or "25006" || refused.SqlState.StartsWith("08", StringComparison.Ordinal);
                case NpgsqlException { InnerException: SocketException or IOException or TimeoutException }:
                case NpgsqlException { IsTransient: true }:
                    return true;
                case NpgsqlException { InnerException: null } lost when lost.Message.Contains("pool", StringComparison.OrdinalIgnoreCase) || lost.Message.Contains("host", StringComparison.OrdinalIgnoreCase):
                    return true;
                default:
                    continue;
            }
        }

        return false;
    }
}
