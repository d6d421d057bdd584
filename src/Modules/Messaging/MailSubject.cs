namespace UnionHall.Messaging;

/// <summary>Subjects without, and with, what mail programs put before them when somebody answers or passes on.</summary>
public static class MailSubject
{
    private const int Longest = 200;

    private static readonly string[] Prefixes = ["re:", "re：", "fw:", "fwd:", "fw：", "fwd：", "aw:", "sv:", "回复:", "回复：", "答复:", "答复：", "转发:", "转发：", "回覆:", "回覆："];

    /// <summary>The subject itself; may be empty.</summary>
    public static string Bare(string subject)
    {
        var text = subject.Trim();
        while (Array.Find(Prefixes, prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            text = text[found.Length..].TrimStart();
        }

        return text;
    }

    internal static string Answering(string subject)
    {
        var bare = Bare(string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter)));
        var cut = bare.Length <= Longest ? bare : bare[..(char.IsHighSurrogate(bare[Longest - 1]) ? Longest - 1 : Longest)];
        return cut.Length == 0 ? "回复：您的来信" : "回复：" + cut;
    }
}
