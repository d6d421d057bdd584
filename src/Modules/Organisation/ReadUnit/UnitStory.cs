using UnionHall.Organisation.Parts;

namespace UnionHall.Organisation.ReadUnit;

internal sealed record HistoryStep(DateOnly Day, string Words);

/// <summary>What happened to a unit, newest first.</summary>
internal static class UnitStory
{
    public static IEnumerable<HistoryStep> Of(UnitView view)
    {
        var tree = view.Reaching.Tree;
        var (row, steps) = (view.Row, new List<HistoryStep>());
        steps.Add(new HistoryStep(row.OpenedOn, $"成立，名为{row.Names[0].Name}{Under(row.Parents[0].Parent)}。"));
        steps.AddRange(row.Names.Skip(1).Select(name => new HistoryStep(name.FromOn, $"改名为{name.Name}。")));
        steps.AddRange(row.Parents.Skip(1).Select(parent => new HistoryStep(parent.FromOn, $"移到{Name(parent.Parent)}下面。")));
        if (row.ClosedOn is { } closed)
        {
            steps.Add(new HistoryStep(closed, row.MergedInto is { } into ? $"并入{Name(into)}。" : "撤销。"));
        }

        return steps.OrderByDescending(step => step.Day);

        string Name(Platform.Security.UnitId? unit) => unit is { } id ? tree.Find(id)?.Name ?? "" : "最上级";
        string Under(Platform.Security.UnitId? unit) => unit is null ? "" : $"，在{Name(unit)}下面";
    }
}
