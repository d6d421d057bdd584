using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Messaging.WeChat.Domain;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.WeChat.ReceivePush;

/// <summary>The address that WeChat calls: GET when it is saved in the console, POST with every push.</summary>
internal static class PushEndpoints
{
    /// <summary>A push is small: the longest text has 2,048 bytes.</summary>
    public const int LongestBody = 64 * 1024;

    private const string Xml = "application/xml; charset=utf-8";

    public static void MapPushes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/wechat", CheckAsync);
        routes.MapPost("/wechat", ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody)).DisableAntiforgery();
    }

    private static async Task<IResult> CheckAsync(HttpRequest request, WeChatDb db, WeChatSeal seal, PushWatch watch, TimeProvider clock, CancellationToken stop)
    {
        if (await db.AccountAsync(stop) is not { } account)
        {
            return Results.NotFound();
        }

        var fault = seal.Open(account).Door.Check(Query(request), clock.GetUtcNow());
        await watch.NoteAsync(fault, stop);
        return fault is null ? Results.Text(request.Query["echostr"].ToString()) : Refused();
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, WeChatDb db, WeChatSeal seal, PushWatch watch, ReceivePushHandler handler, TimeProvider clock, CancellationToken stop)
    {
        if (await db.AccountAsync(stop) is not { } account)
        {
            return Results.NotFound();
        }

        if (await BodyAsync(request, stop) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var door = seal.Open(account).Door;
        var read = door.Read(Query(request), body, clock.GetUtcNow());
        await watch.NoteAsync(read.Fault, stop);
        if (read.Push is not { } push)
        {
            return Refused();
        }

        var words = await handler.HandleAsync(push, stop);
        return words is null ? Results.Text(Reply.Taken) : Results.Text(Write(new Reply.Words(words), push, door, read.Key, clock.GetUtcNow()), Xml);
    }

    private static string Write(Reply reply, Push push, PushDoor door, WeChatKey? key, DateTimeOffset now) =>
        key is null ? reply.Write(push, now) : reply.Write(push, now, door, key, RandomNumberGenerator.GetBytes(WeChatKey.RandomBytes));

    private static PushQuery Query(HttpRequest request) => new(
        request.Query["signature"].ToString(), request.Query["timestamp"].ToString(), request.Query["nonce"].ToString(), request.Query["encrypt_type"], request.Query["msg_signature"]);

    /// <summary>Not the page for people, and nothing an attacker could learn from.</summary>
    private static IResult Refused() => Results.Text("refused", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>Null when it is longer than it may be, which a body without a length tells only on the way.</summary>
    private static async Task<string?> BodyAsync(HttpRequest request, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestBody + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, LongestBody + 1), LongestBody + 1, throwOnEndOfStream: false, stop);
            return length > LongestBody ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
