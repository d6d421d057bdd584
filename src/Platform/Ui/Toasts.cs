using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace UnionHall.Platform.Ui;

/// <summary>One sentence after a redirect about what was just done; the layouts show it for ten seconds.</summary>
public static class Toasts
{
    internal const string CookieName = "uh-said";

    private const string TextKey = "toast";
    private const string UndoKey = "toast-undo";
    private const string DraftsKey = "forget-drafts";

    /// <summary>Say what was done: 派给了清溪街道总工会，2 件.</summary>
    /// <param name="memory">The page's TempData.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="undo">Where a POST takes it back, or null.</param>
    public static void Say(this ITempDataDictionary memory, string text, string? undo = null)
    {
        memory[TextKey] = text;
        memory[UndoKey] = undo;
    }

    /// <summary>The next page takes all drafts off this device: the next person may hold the same phone.</summary>
    public static void ForgetDrafts(this ITempDataDictionary memory) => memory[DraftsKey] = true;

    /// <summary>What the page before this one said, once. Without its cookie nothing is read, and so no cookie is written.</summary>
    public static (string? Text, string? Undo, bool ForgetDrafts) Said(HttpContext page, ITempDataDictionary memory) =>
        page.Request.Cookies.ContainsKey(CookieName)
            ? (memory[TextKey] as string, memory[UndoKey] as string, memory[DraftsKey] is true)
            : (null, null, false);
}
