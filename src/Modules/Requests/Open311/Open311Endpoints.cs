using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using UnionHall.Organisation;
using UnionHall.Platform.Web;
using UnionHall.Requests.Open311.FilePublicRequest;

namespace UnionHall.Requests.Open311;

/// <summary>The addresses of Open311 GeoReport v2 and of its discovery. The suffix chooses the format, for errors too.</summary>
internal static class Open311Endpoints
{
    private const string Format = "{format:regex(^(?-i:json|xml)$)}";
    private const int LongestBody = 256 * 1024;

    public static void MapOpen311(this IEndpointRouteBuilder routes)
    {
        var open311 = routes.MapGroup("/open311").RequireRateLimiting(RateLimits.PublicPolicy);
        open311.MapGet($"/discovery.{Format}", DiscoverAsync);
        open311.MapGet($"/v2/services.{Format}", ListServicesAsync);
        open311.MapGet($"/v2/services/{{code}}.{Format}", DefineServiceAsync);
        open311.MapGet($"/v2/requests.{Format}", ListRequestsAsync);
        open311.MapGet($"/v2/requests/{{id}}.{Format}", ReadRequestAsync);
        open311.MapGet($"/v2/tokens/{{id}}.{Format}", ReadTokenAsync);
        open311.MapPost($"/v2/requests.{Format}", FileRequestAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody)).DisableAntiforgery();
    }

    private static async Task<IResult> DiscoverAsync(string format, HttpContext http, PublicServices services, CancellationToken stop) =>
        Answer(http, format, Discovery.Document(http.Request, await services.ChangedAtAsync(stop)));

    private static Task<IResult> ListServicesAsync(string format, HttpContext http, PublicServices services, Jurisdictions jurisdictions, CancellationToken stop) =>
        WithinAsync(http, format, jurisdictions, async (_, _) => Answer(http, format, services.List(await services.ListAsync(stop))), stop);

    private static Task<IResult> DefineServiceAsync(string code, string format, HttpContext http, PublicServices services, Jurisdictions jurisdictions, CancellationToken stop) =>
        WithinAsync(
            http, format, jurisdictions,
            async (_, _) => await services.FindAsync(code, stop) is { } service
                ? Answer(http, format, services.Definition(service))
                : Refuse(http, format, [Open311Error.NotFound($"没有叫“{code}”的 service_code，有哪些见 services。")]),
            stop);

    private static Task<IResult> ListRequestsAsync(string format, HttpContext http, PublicRequestQuery requests, Jurisdictions jurisdictions, TimeProvider clock, CancellationToken stop) =>
        WithinAsync(
            http, format, jurisdictions,
            async (top, arguments) =>
            {
                var (filter, errors) = PublicFilter.Read(arguments, top.UnitId, clock.GetUtcNow());
                return filter is null ? Refuse(http, format, errors) : Answer(http, format, PublicRequest.Document(await requests.ListAsync(filter, stop)));
            },
            stop);

    private static Task<IResult> ReadRequestAsync(string id, string format, HttpContext http, PublicRequestQuery requests, Jurisdictions jurisdictions, CancellationToken stop) =>
        WithinAsync(
            http, format, jurisdictions,
            async (top, _) => await requests.FindAsync(top.UnitId, id, stop) is { } found
                ? Answer(http, format, PublicRequest.Document([found]))
                : Refuse(http, format, [Open311Error.NotFound("没有这个 service_request_id。")]),
            stop);

    /// <summary>Every service answers at once, so that no token was ever given but the number itself.</summary>
    private static Task<IResult> ReadTokenAsync(string id, string format, HttpContext http, PublicRequestQuery requests, Jurisdictions jurisdictions, CancellationToken stop) =>
        WithinAsync(
            http, format, jurisdictions,
            async (top, _) => await requests.FindAsync(top.UnitId, id, stop) is { } found
                ? Answer(http, format, Only(new("service_request_id", found.Reference), new("token", found.Reference)))
                : Refuse(http, format, [Open311Error.NotFound("没有这个 token。")]),
            stop);

    private static async Task<IResult> FileRequestAsync(
        string format, HttpContext http, FilePublicRequestHandler handler, ApiKeyDoor door, Jurisdictions jurisdictions, CancellationToken stop)
    {
        var arguments = await Open311Arguments.ReadAsync(http.Request, stop);
        var entry = await door.EnterAsync(arguments.Of("api_key"), ApiScope.FileOpen311, http.Connection.RemoteIpAddress?.ToString(), stop);
        if (entry.Caller is not { } caller)
        {
            return Refuse(http, format, [Open311Keys.Error(entry, http.Response)]);
        }

        return await WithinAsync(
            http, format, jurisdictions,
            async (top, given) =>
            {
                var (filed, errors) = await handler.HandleAsync(caller, top, given, stop);
                return filed is null ? Refuse(http, format, errors) : Answer(http, format, Only(new("service_request_id", filed.Request.Reference), new("service_notice", Notice(filed)), new("account_id", null)));
            },
            stop,
            arguments);
    }

    private static async Task<IResult> WithinAsync(
        HttpContext http, string format, Jurisdictions jurisdictions, Func<UnitSummary, Open311Arguments, Task<IResult>> act, CancellationToken stop, Open311Arguments? given = null)
    {
        var arguments = given ?? await Open311Arguments.ReadAsync(http.Request, stop);
        var (top, error) = await jurisdictions.FindAsync(arguments, stop);
        return top is null ? Refuse(http, format, [error!]) : await act(top, arguments);
    }

    private static Open311Document Only(params List<Part> parts) => new("service_requests", new Several("request", [parts]));

    private static string Notice(Intake.Received filed) =>
        $"收到了。凭编号 {filed.Request.Reference} 和口令 {filed.Passphrase} 可以在本站看进度、回话、说解决了没有。口令只说这一次，请转告本人，不要公开。";

    private static IResult Refuse(HttpContext http, string format, IReadOnlyList<Open311Error> errors) => Answer(http, format, Open311Error.Document(errors), errors[0].Status);

    private static IResult Answer(HttpContext http, string format, Open311Document document, int status = StatusCodes.Status200OK) => Open311Writer.Result(http, format, document, status);
}
