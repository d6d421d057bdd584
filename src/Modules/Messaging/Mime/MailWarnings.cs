namespace UnionHall.Messaging.Mime;

/// <summary>What was wrong with a message, each thing said once.</summary>
internal sealed class MailWarnings
{
    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence)
    {
        if (sentences.Count < MailLimits.Warnings && !sentences.Contains(sentence, StringComparer.Ordinal))
        {
            sentences.Add(sentence);
        }
    }
}
