using UnionHall.Platform;
using UnionHall.Platform.Files;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.WriteArticle;

/// <summary>An article as typed. Files as with every entry of the desk.</summary>
internal sealed class WriteArticleForm : EntryForm
{
    public const int TitleMost = 60;

    public const int WordsMost = 10_000;

    public const int ChangedMost = 200;

    /// <summary>The article to write on; null: a new one.</summary>
    public Guid? Article { get; set; }

    public string? Title { get; set; }

    public string? Category { get; set; }

    /// <summary>What this version changes.</summary>
    public string? Changed { get; set; }

    public DateOnly? ReviewOn { get; set; }

    /// <summary>Files of the version before that this one leaves out.</summary>
    public List<Guid> Dropped { get; set; } = [];

    /// <summary>What was typed, or all that is wrong with it.</summary>
    /// <param name="categories">The codes that may be chosen.</param>
    public (ArticleText? Text, IReadOnlyList<Refusal> Refused) Read(IReadOnlyCollection<string> categories, DateOnly today)
    {
        var (title, changed) = (PlainText.SingleLine(Title), PlainText.SingleLine(Changed));
        var refused = new List<Refusal>();
        Check(title.Length > 0, "title-missing", "标题还没写。像职工会问的那样写一句。", nameof(Title));
        Check(PlainText.CountCodePoints(title) <= TitleMost, "title-long", $"标题最多 {TitleMost} 个字。", nameof(Title));
        Check(Category is not null && categories.Contains(Category), "category-missing", "选一下归哪一类。", nameof(Category));
        Check(Words.Length > 0, "words-missing", "正文还没写。", nameof(Text));
        Check(PlainText.CountCodePoints(Words) <= WordsMost, "words-long", $"正文最多 {WordsMost:#,0} 个字，长的分成几篇。", nameof(Text));
        Check(PlainText.CountCodePoints(changed) <= ChangedMost, "changed-long", $"改了什么最多 {ChangedMost} 个字。", nameof(Changed));
        Check(Article is null || changed.Length > 0, "changed-missing", "写一句这一版改了什么，看版本的人要看。", nameof(Changed));
        Check(ReviewOn is null || ReviewOn > today, "review-past", "复核的日子要在今天以后。", nameof(ReviewOn));
        Check(ReviewOn is null || ReviewOn <= today.AddYears(5), "review-far", "复核的日子太远了，五年以内才行。", nameof(ReviewOn));
        return (refused.Count > 0 ? null : new ArticleText(title, Category!, Words, changed, ReviewOn)
        {
            Files = [.. Files.Distinct().Select(FileId.From)],
            Dropped = [.. Dropped.Select(FileId.From)],
        }, refused);

        void Check(bool isFine, string code, string sentence, string field)
        {
            if (!isFine)
            {
                refused.Add(new Refusal(code, sentence, field));
            }
        }
    }
}
