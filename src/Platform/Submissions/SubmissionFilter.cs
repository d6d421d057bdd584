using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UnionHall.Platform.Submissions;

/// <summary>Around every page that is posted to: runs a submission once, answers its repetitions with the first one's outcome, refuses what has no key.</summary>
internal sealed class SubmissionFilter(SubmissionDoor door) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!Applies(context))
        {
            await next();
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (!SubmissionKey.TryRead(form[SubmissionKey.Field], out var key))
        {
            context.Result = SubmissionAnswers.Refuse(SubmissionAnswers.NoKey, http.Request.Path);
            return;
        }

        using var turn = await door.EnterAsync(http, key, Fingerprint.Of(http.Request, form));
        if (turn.Earlier is { } earlier)
        {
            context.Result = SubmissionAnswers.Replay(earlier, turn.Mine, http);
            return;
        }

        var executed = await next();
        if (executed.Exception is SubmissionRepeatedException)
        {
            executed.ExceptionHandled = true;
            await SubmissionAnswers.Replay(await door.OtherAsync(key, http.RequestAborted), turn.Mine, http).ExecuteResultAsync(context);
        }
        else if (executed.Exception is null || executed.ExceptionHandled)
        {
            await door.AnswerAsync(SubmissionAnswers.OutcomeOf(http.Response));
        }
    }

    private static bool Applies(ResourceExecutingContext context) =>
        context.ActionDescriptor is PageActionDescriptor
        && HttpMethods.IsPost(context.HttpContext.Request.Method)
        && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<WithoutSubmissionKeyAttribute>() is null;
}
