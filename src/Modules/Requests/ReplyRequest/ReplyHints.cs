using System.Security.Cryptography;
using System.Text;
using UnionHall.Platform;
using UnionHall.Requests.Acting;
using UnionHall.Requests.FollowRequest;
using UnionHall.Text;

namespace UnionHall.Requests.ReplyRequest;

/// <summary>Something to look at before an answer goes out.</summary>
/// <param name="Key">Stays the same while its cause does.</param>
/// <param name="Blocks">Must be mended or explained; others are only hints.</param>
internal sealed record ReplyHint(string Key, string Sentence, bool Blocks)
{
    public static ReplyHint Of(string kind, string cause, string sentence, bool blocks = false) =>
        new(kind + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cause))[..6]), sentence, blocks);
}

/// <summary>Who reads an answer beside the one whom it answers.</summary>
/// <param name="IsSealed">Nobody may learn from it who the worker is.</param>
/// <param name="IsShared">It goes to those too whose requests are handled under this one.</param>
internal sealed record Readership(bool IsSealed, bool IsShared)
{
    /// <summary>Why nobody may be named in it; null where he may be.</summary>
    public string? Reason => IsSealed ? "职工不让人知道是谁，他的单位也看得到答复" : IsShared ? "并在这里的几位职工都看得到这份答复" : null;
}

/// <summary>The model of /ReplyRequest/_Check.cshtml.</summary>
/// <param name="Preview">As the worker will see it; null while nothing was written.</param>
internal sealed record ReplyLook(ReplyHints Hints, StoryLine? Preview, ReplyRequestForm Form)
{
    public static readonly ReplyLook None = new(ReplyHints.None, null, new ReplyRequestForm());
}

/// <summary>What is to be said of an answer before it is sent: open asks, words for anybody, what is under way without a date, personal data.</summary>
internal sealed record ReplyHints(IReadOnlyList<CheckedAsk> Asks, IReadOnlyList<ReplyHint> All)
{
    public static readonly ReplyHints None = new([], []);

    public static ReplyHints Of(string letter, string reply, Readership readers, bool hasFiles, DateOnly today)
    {
        var told = ReplyCheck.Told(letter, reply, hasFiles);
        var hints = new List<ReplyHint>();
        hints.AddRange(PersonalData.NumbersIn(reply, today).Select(datum => ReplyHint.Of("number", datum.Text, SentNumbers.Sentence(datum), blocks: true)));
        // Compared with nothing that is sealed: a hint that appears only for the right name would tell it.
        hints.AddRange(readers.Reason is { } why ? PersonalData.NamesIn(reply).Select(datum => ReplyHint.Of("name", datum.Text, $"{why}，这里写了“{datum.Text}”。换成“您”。", blocks: true)) : []);
        hints.AddRange(told.Open.Select(ask => ReplyHint.Of("ask", ask.Text, $"没答到：{ask.Text}")));
        hints.AddRange(told.IsForAnybody ? [ReplyHint.Of("template", "", "没有一句说到他的事，像发给谁都行的话。")] : Array.Empty<ReplyHint>());
        hints.AddRange(told.Phrases.Select(phrase => ReplyHint.Of("empty", phrase, $"“{phrase}”没有日期，也没有依据。")));
        return new ReplyHints(told.Asks, hints);
    }

    /// <summary>Why it cannot go out yet: a hint was not on the page, or personal data stands there unexplained. Null: it may.</summary>
    public Refusal? Stops(ReplyRequestForm form)
    {
        if (All.FirstOrDefault(hint => hint.Blocks && form.ReasonFor(hint.Key).Length < SentNumbers.ShortestReason && form.Looked.Contains(hint.Key)) is { } open)
        {
            return new Refusal("personal-data", SentNumbers.Explain, $"Reasons[{open.Key}]");
        }

        return All.Any(hint => !form.Looked.Contains(hint.Key))
            ? new Refusal("look-first", $"还没有发。发出前看一眼，有 {All.Count} 处：改好，或写一句为什么不用改。再按一次就发出。")
            : null;
    }

    /// <summary>What was passed over and why, for the timeline; null when there was nothing.</summary>
    public string? PassedOver(ReplyRequestForm form) => All.Count == 0 ? null : string.Join('\n', All.Select(hint =>
        $"{hint.Sentence} {(form.ReasonFor(hint.Key) is { Length: > 0 } reason ? $"——{PlainText.Excerpt(reason, 100)}" : "——没有说明")}"));
}
