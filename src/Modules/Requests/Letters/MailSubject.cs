namespace UnionHall.Requests.Letters;

/// <summary>A subject without what mail programs put before it when somebody answers or passes on.</summary>
internal static class MailSubject
{
    private static readonly string[] Prefixes = ["re:", "re：", "fw:", "fwd:", "fw：", "fwd：", "aw:", "sv:", "回复:", "回复：", "答复:", "答复：", "转发:", "转发：", "回覆:", "回覆："];

    public static string Bare(string subject)
    {
        var text = subject.Trim();
        while (Array.Find(Prefixes, prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            text = text[found.Length..].TrimStart();
        }

        return text;
    }
}
