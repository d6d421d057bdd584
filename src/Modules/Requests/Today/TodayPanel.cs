using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.ListRequests;

namespace UnionHall.Requests.Today;

/// <summary>What is due next for this person and his unit, on 今天.</summary>
internal sealed class TodayPanel(InboxQuery inbox) : IDeskPanel
{
    private const int Rows = 5;

    private static readonly InboxView[] Views = [InboxView.Late, InboxView.Today, InboxView.Disputed, InboxView.Approval, InboxView.Answered, InboxView.Waiting, InboxView.Unit];

    public int Order => 10;

    public async ValueTask<Panel?> ShowAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.Can(Permission.ReadRequests))
        {
            return null;
        }

        var (lists, late, today) = await inbox.GlanceAsync(actor, Views, Rows, stop);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var sections = Views.Zip(lists, (view, rows) => new TodaySection(view, [.. rows.Where(row => shown.Add(row.Reference))])).ToList();
        return new Panel("/Today/_Today.cshtml", new TodayView(Sentence(late, today, sections), [.. sections.Where(section => section.Rows.Count > 0)]));
    }

    private static string Sentence(int late, int today, List<TodaySection> sections)
    {
        var disputed = sections.Find(section => section.View == InboxView.Disputed)!.Rows.Count;
        var next = sections[^1].Rows;
        string?[] parts =
        [
            late > 0 ? $"{InboxPage.Words(late)}已经超期" : null,
            today > 0 ? $"{InboxPage.Words(today)}今天到期" : null,
            disputed > 0 ? $"{disputed} 件职工说没解决" : null,
        ];
        var said = string.Join("，", parts.OfType<string>());
        return said.Length > 0 ? said + "。" : next.Count > 0 ? $"今天没有到期的。下一件是“{next[0].Title}”，{next[0].What}。" : "都办完了，现在没有要办的诉求。";
    }
}

/// <summary>A short list of 今天.</summary>
internal sealed record TodaySection(InboxView View, IReadOnlyList<InboxRow> Rows);

/// <summary>A sentence and the lists under it.</summary>
internal sealed record TodayView(string Sentence, IReadOnlyList<TodaySection> Sections);
