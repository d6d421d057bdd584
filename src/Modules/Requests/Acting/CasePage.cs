using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using UnionHall.Platform;

namespace UnionHall.Requests.Acting;

/// <summary>What the pages of one request answer alike.</summary>
internal static class CasePage
{
    /// <param name="reference">As it stood in the address, which may be anything; null where it was blank.</param>
    public static string Address(string? reference) => $"/desk/requests/{Uri.EscapeDataString(reference ?? "")}";

    /// <summary>Unknown and out of scope: one and the same page.</summary>
    public static IActionResult CaseNotFound(this PageModel page, string? typed) => new ViewResult
    {
        ViewName = "/Parts/CaseNotFound.cshtml",
        StatusCode = StatusCodes.Status404NotFound,
        TempData = page.TempData,
        ViewData = new ViewDataDictionary<string>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = typed ?? "" },
    };

    /// <summary>Puts the refusal beside the form; not being allowed here is also told by the status.</summary>
    public static void Tell(this PageModel page, Refusal refusal)
    {
        page.ModelState.AddModelError(refusal.Field is null ? "" : $"Form.{refusal.Field}", refusal.Sentence);
        if (refusal == Domain.Refusals.NotHere || refusal.Code == "own-unit")
        {
            page.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }
}
