using UnionHall.Platform;
using UnionHall.Text;

namespace UnionHall.Requests.Following;

/// <summary>The rule for whatever a worker writes: not empty, not longer than the setting, and never cut.</summary>
internal static class WorkerWords
{
    /// <param name="typed">As it came.</param>
    /// <param name="most">Code points.</param>
    /// <param name="missing">What to say when there is nothing.</param>
    /// <param name="field">The field it belongs to.</param>
    public static Result<string> Read(string? typed, int most, string missing, string field)
    {
        var words = PlainText.Clean(typed);
        var count = PlainText.CountCodePoints(words);
        return count == 0 ? new Refusal("words-missing", missing, field)
            : count > most ? new Refusal("words-too-long", $"您写了 {count:#,0} 个字，最多 {most:#,0} 个，请删掉 {count - most:#,0} 个字。写的都还在。", field)
            : words;
    }
}
