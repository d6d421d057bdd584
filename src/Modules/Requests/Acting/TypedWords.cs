using Microsoft.AspNetCore.Http;
using UnionHall.Text;

namespace UnionHall.Requests.Acting;

/// <summary>What was typed into a form whose page can no longer show it, so that it can be copied. Never keys, tokens, codes or passwords.</summary>
internal static class TypedWords
{
    private const string Prefix = "Form.";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["Text"] = "您写的话",
        ["Words"] = "您写的话",
        ["Reason"] = "原因",
        ["Reasons"] = "为什么",
        ["Evidence"] = "凭什么",
        ["Note"] = "审批的话",
        ["Remarks"] = "他还说了什么",
        ["Instruction"] = "给承办单位的话",
        ["Participants"] = "谁参加",
        ["Task"] = "分工",
        ["Tasks"] = "分工",
        ["Right"] = "该去哪个单位",
        ["Amount"] = "延多少",
        ["Until"] = "到哪天",
        ["From"] = "从哪天算起",
        ["HeldOn"] = "哪天开的",
        ["Again"] = "约在什么时候",
    };

    public static IReadOnlyList<TypedText> Of(HttpRequest request) => !HttpMethods.IsPost(request.Method) || !request.HasFormContentType
        ? []
        : [.. request.Form.Where(field => Labels.ContainsKey(NameOf(field.Key)))
            .SelectMany(field => field.Value.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => new TypedText(Labels[NameOf(field.Key)], PlainText.Clean(text))))];

    // Form.Reasons[ask-1f] is called Reasons.
    private static string NameOf(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..].Split('[')[0] : "";
}

/// <summary>One box of it.</summary>
internal sealed record TypedText(string Label, string Text);
