using UnionHall.Platform.Submissions;

namespace UnionHall.Testing;

/// <summary>Posts that no form of the page would send, with the tokens of the page: a changed form, a script, an old tab.</summary>
public static class RawPosts
{
    public static Task<PageAnswer> PostFormAsync(this Browser browser, PageAnswer page, string address, params (string Name, string Value)[] fields) => browser.PostAsync(
        address,
        [
            ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")),
            (SubmissionKey.Field, Guid.CreateVersion7().ToString()),
            .. fields,
        ]);
}
