using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UnionHall.Platform.Data;

namespace UnionHall.Platform.Submissions;

/// <summary>
/// For JSON endpoints marked WithIdempotencyKey: the header names the submission, the answer's status, address and body
/// are stored and given again.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, SubmissionDoor door)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IdempotencyKeyNeeded>() is null)
        {
            await next(http);
            return;
        }

        if (!SubmissionKey.TryRead(http.Request.Headers[SubmissionKey.Header], out var key))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, new("submission-without-key", $"请求要带 {SubmissionKey.Header} 头，值是一个 UUID；重试时用同一个。"));
            return;
        }

        http.Request.EnableBuffering();
        using var sent = new MemoryStream();
        await http.Request.Body.CopyToAsync(sent, http.RequestAborted);
        http.Request.Body.Position = 0;
        using var turn = await door.EnterAsync(http, key, Fingerprint.Of(http.Request, sent.GetBuffer().AsSpan(0, (int)sent.Length)));
        await (turn.Earlier is { } earlier ? ReplayAsync(http, earlier, turn.Mine) : RunAsync(http, door, turn));
    }

    private async Task RunAsync(HttpContext http, SubmissionDoor door, SubmissionTurn turn)
    {
        var wire = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        var repeated = false;
        try
        {
            await next(http);
        }
        catch (SubmissionRepeatedException)
        {
            repeated = true;
        }
        finally
        {
            http.Response.Body = wire;
        }

        if (repeated)
        {
            http.Response.Clear();
            await ReplayAsync(http, await door.OtherAsync(turn.Mine.Key, http.RequestAborted), turn.Mine);
            return;
        }

        await door.AnswerAsync(StoredAnswer.Of(http.Response, written).ToText());
        written.Position = 0;
        await written.CopyToAsync(wire, http.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext http, StoredSubmission earlier, StoredSubmission mine)
    {
        if (SubmissionAnswers.Problem(earlier, mine) is { } refusal)
        {
            await RefuseAsync(http, StatusCodes.Status422UnprocessableEntity, refusal);
        }
        else if (StoredAnswer.Read(earlier.Outcome) is { } answer)
        {
            await answer.WriteAsync(http.Response);
        }
        else
        {
            await RefuseAsync(http, StatusCodes.Status409Conflict, new("submission-unanswered", "这个请求已经收下，但没有来得及留下回答。请查询结果，不用再发。"));
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, Refusal refusal) =>
        Results.Problem(refusal.Sentence, statusCode: status, type: $"urn:unionhall:{refusal.Code}").ExecuteAsync(http);
}

/// <summary>Marks an endpoint that runs under the middleware.</summary>
internal sealed class IdempotencyKeyNeeded;

/// <summary>An answer as it is kept in the outcome.</summary>
internal sealed record StoredAnswer(int Status, string? Location, string? ContentType, string Body)
{
    public static StoredAnswer Of(HttpResponse response, MemoryStream body) => new(
        response.StatusCode, response.Headers.Location.FirstOrDefault(), response.ContentType, System.Text.Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));

    public static StoredAnswer? Read(string? outcome) =>
        outcome is ['{', ..] ? JsonSerializer.Deserialize<StoredAnswer>(outcome, ChangeRecorder.Json) : null;

    public string ToText() => JsonSerializer.Serialize(this, ChangeRecorder.Json);

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.Headers.Location = Location;
        return response.WriteAsync(Body);
    }
}
