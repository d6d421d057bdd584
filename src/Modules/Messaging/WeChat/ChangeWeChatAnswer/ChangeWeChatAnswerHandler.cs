using Microsoft.EntityFrameworkCore;
using UnionHall.Messaging.WeChat.Data;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Text;

namespace UnionHall.Messaging.WeChat.ChangeWeChatAnswer;

/// <summary>A word and its answer, as typed. Without an answer the word is forgotten.</summary>
internal sealed class ChangeWeChatAnswerForm
{
    public string? Word { get; set; }

    public string? Words { get; set; }

    public string? Basis { get; set; }
}

/// <summary>Sets what is answered to a word.</summary>
internal sealed class ChangeWeChatAnswerHandler(WeChatDb db, WholeTree tree, SettingLog log)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "we-chat-answer";

    private const int LongestWord = 20;
    private const int LongestWords = 600;

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeWeChatAnswerForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop, "公众号") is { } notHis)
        {
            return [notHis];
        }

        var (word, words, basis) = (PlainText.SingleLine(form.Word), PlainText.Clean(form.Words), Basis.Read(form.Basis));
        var before = await db.Answers.SingleOrDefaultAsync(row => row.Word == word, stop);
        Refusal?[] refused = [Word(word), Words(word, words, before), basis.Refusal];
        if (refused.Any(one => one is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        log.Add(actor, new SettingEntry(Area, word, words.Length == 0 ? "去掉" : before is null ? "加上" : "改动", null, basis.Value!, SettingLine.Of([(word, before?.Words, words)])));
        db.Context.Happened(new WeChatAnswerChanged());
        Set(before, word, words);
        await db.SaveAsync(actor, stop);
        return [];
    }

    private void Set(WeChatAnswerText? before, string word, string words)
    {
        if (before is null)
        {
            db.Answers.Add(new WeChatAnswerText { Word = word, Words = words });
        }
        else if (words.Length == 0)
        {
            db.Answers.Remove(before);
        }
        else
        {
            before.Words = words;
        }
    }

    private static Refusal? Word(string word) => word.Length is 0 or > LongestWord
        ? new Refusal("we-chat-word", $"写职工会发来的词，最多 {LongestWord} 个字。", nameof(ChangeWeChatAnswerForm.Word))
        : null;

    private static Refusal? Words(string word, string words, WeChatAnswerText? before) =>
        PlainText.CountCodePoints(words) > LongestWords ? new Refusal("we-chat-words-long", $"答复最多 {LongestWords} 个字。", nameof(ChangeWeChatAnswerForm.Words))
        : (words == (before?.Words ?? "")) ? new Refusal("we-chat-words-same", word.Length == 0 || before is not null ? "和现在的一样，没有要改的。" : "答复还没写。", nameof(ChangeWeChatAnswerForm.Words))
        : null;
}
