using UnionHall.Platform.Demo;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Knowledge;

namespace UnionHall.Requests.Demo;

/// <summary>The demo city's knowledge base: what workers ask most, two notes for the desk, a draft, one to be looked through, one planned, one with a newer version.</summary>
internal sealed class DemoArticles(RequestsDb db, ArticleDesk desk, DemoStaff staff, TimeProvider clock) : IDemoPart
{
    private const int DaysAgo = 60;

    public async Task LoadAsync(DemoCity city, CancellationToken stop)
    {
        using var reader = new StreamReader(city.Open("articles.md"));
        var place = 0;
        foreach (var told in (await reader.ReadToEndAsync(stop)).ReplaceLineEndings("\n").Split("\n# ", StringSplitOptions.RemoveEmptyEntries).Select(DemoArticle.Read))
        {
            await LoadAsync(told, await WriterAsync(told, stop), place++, stop);
        }
    }

    private async Task<(Actor Actor, UnitId Unit)> WriterAsync(DemoArticle told, CancellationToken stop)
    {
        var unit = await staff.UnitAsync(told.Unit, stop);
        return ((await staff.PickAsync([unit], stop))(unit.UnitId, told.Role), unit.UnitId);
    }

    private async Task LoadAsync(DemoArticle told, (Actor Actor, UnitId Unit) by, int place, CancellationToken stop)
    {
        var at = clock.GetUtcNow().AddDays(place - DaysAgo);
        var today = ChinaTime.Today(clock);
        var review = place == 2 ? today.AddDays(-3) : today.AddMonths(6).AddDays(place);
        var article = Article.Write(new ArticleText(told.Title, told.Category, told.Words, "", review), by.Unit, by.Actor, at);
        if (told.Audience is { } audience)
        {
            Keep(article.Publish(article.Number, audience, null, by.Actor, at.AddHours(2)));
        }

        if (place == 4)
        {
            Keep(article.WriteOn(new ArticleText(told.Title, told.Category, told.Words + "\n\n拿到的补偿，在本地上年职工平均工资三倍以内的不缴个人所得税。", "加上个人所得税", review), by.Actor, at.AddDays(3)));
            Keep(article.Publish(article.Number, ArticleAudience.Everybody, clock.GetUtcNow().AddDays(2), by.Actor, at.AddDays(4)));
        }

        db.Articles.Add(article);
        if (told.Audience == ArticleAudience.Everybody)
        {
            db.Tallies.Add(new ArticleTally { ArticleId = article.Id, Useful = 3 + (place * 7 % 11), Useless = place % 4 });
        }

        Keep(await desk.SaveAsync(article, by.Actor, stop));
        db.Context.ChangeTracker.Clear();
    }

    private static void Keep(UnionHall.Platform.Result made)
    {
        if (made.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"A demo article breaks a rule: {refusal.Code}.");
        }
    }
}

/// <summary>A line of the demo file.</summary>
/// <param name="Audience">Null: a draft.</param>
internal sealed record DemoArticle(string Title, string Category, ArticleAudience? Audience, string Unit, Role Role, string Words)
{
    /// <summary>A title line, three lines of keys, then the text.</summary>
    public static DemoArticle Read(string text)
    {
        var lines = text.TrimStart('#', ' ').Split('\n', 5);
        var by = After(lines[3]).Split(' ');
        return new DemoArticle(lines[0].Trim(), After(lines[1]), EnumText.TryParse<ArticleAudience>(After(lines[2])), by[0], RoleNames.Parse(by[1])!.Value, lines[4].Trim());

        static string After(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
