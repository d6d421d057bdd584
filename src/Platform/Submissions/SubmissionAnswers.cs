using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace UnionHall.Platform.Submissions;

/// <summary>What a repeated or unusable submission is answered with.</summary>
internal static class SubmissionAnswers
{
    public static readonly Refusal NoKey = new("submission-without-key", "这一页打开得太久，或者是从旧页面交来的，没有收下。请重新打开这一页再交一次。");
    public static readonly Refusal Changed = new("submission-changed", "这张表已经交过一次，收下的是上一次的内容，这次改动的没有收。要另外交一份，请重新打开这一页。");
    public static readonly Refusal SomeoneElse = new("submission-of-another", "这张表是在另一次登录时交的，不能在这里打开结果。请重新打开这一页。");

    public static IActionResult Refuse(Refusal refusal, string address) => new ViewResult
    {
        ViewName = "/Submissions/SubmissionRefused.cshtml",
        StatusCode = refusal == NoKey ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
        ViewData = new ViewDataDictionary<RefusedSubmission>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = new RefusedSubmission(refusal.Sentence, address),
        },
    };

    /// <summary>The earlier one's outcome, for whoever sent it; a page that answered without a redirect is opened anew.</summary>
    public static IActionResult Replay(StoredSubmission earlier, StoredSubmission mine, HttpContext http)
    {
        if (Problem(earlier, mine) is { } refusal)
        {
            return Refuse(refusal, mine.Path);
        }

        var isPartial = string.IsNullOrEmpty(earlier.Outcome) && http.Request.Headers.ContainsKey("HX-Request");
        if (!isPartial)
        {
            return new RedirectResult(string.IsNullOrEmpty(earlier.Outcome) ? earlier.Path : earlier.Outcome);
        }

        http.Response.Headers["HX-Refresh"] = "true";
        return new NoContentResult();
    }

    public static Refusal? Problem(StoredSubmission earlier, StoredSubmission mine) =>
        !earlier.IsOf(mine) ? SomeoneElse
        : !earlier.Fingerprint.AsSpan().SequenceEqual(mine.Fingerprint) ? Changed
        : null;

    /// <summary>The address of a redirect within this site, else nothing.</summary>
    public static string OutcomeOf(HttpResponse response)
    {
        var address = response.StatusCode is >= 300 and < 400 ? response.Headers.Location.ToString() : string.Empty;
        return LocalPath.Is(address) ? address : string.Empty;
    }
}

/// <summary>Why a form was not taken, and where to open it again.</summary>
internal sealed record RefusedSubmission(string Sentence, string Address);
