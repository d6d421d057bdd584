using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Platform.Ui;

namespace UnionHall.Organisation.Parts;

/// <summary>Tells in sentences what an act on a unit would change, before it is done.</summary>
internal sealed class UnitImpact(OrganisationDb db, TimeProvider clock)
{
    private const int Named = 5;

    public async Task<IReadOnlyList<string>> OpenAsync(Reaching reaching, UnitDraft draft, UnitId parent, CancellationToken stop) =>
    [
        $"新单位站在这里：{reaching.PathOf(parent)} › {draft.ShortName}，{draft.Kind.Chinese()}，编码 {draft.Code}。",
        $"{Day(draft.From)}起算；这以前的报表里没有它。",
        await SeersAsync("看得到它的", [.. reaching.Tree.Lineage(parent).Select(above => above.UnitId)], stop),
    ];

    public static IReadOnlyList<string> Rename(UnitSummary unit, string name, string shortName, DateOnly from) =>
    [
        $"全称：{unit.Name} → {name}。",
        $"简称：{unit.ShortName} → {shortName}。",
        $"{Day(from)}起用新名；这以前的报表和记录仍写旧名。编码不变。",
    ];

    public async Task<IReadOnlyList<string>> MoveAsync(Reaching reaching, UnitId unit, UnitId parent, DateOnly from, CancellationToken stop)
    {
        UnitId[] old = [.. reaching.Tree.Lineage(unit).Skip(1).Select(above => above.UnitId)];
        UnitId[] fresh = [.. reaching.Tree.Lineage(parent).Select(above => above.UnitId)];
        var below = reaching.Tree.SubtreeRows(unit).Count(row => row.Unit.IsOpen) - 1;
        return
        [
            $"现在：{reaching.PathOf(unit)}。",
            $"以后：{reaching.PathOf(parent)} › {reaching.Tree.Find(unit)!.ShortName}。",
            below == 0 ? "它下面没有别的单位。" : $"下面 {SpokenNumber.Of(below)} 个单位跟着一起移。",
            $"{Day(from)}起算；这以前的报表仍归原来的上级。",
            await SeersAsync("以后才看得到的", [.. fresh.Except(old)], stop),
            await SeersAsync("以后看不到的", [.. old.Except(fresh)], stop),
        ];
    }

    public async Task<IReadOnlyList<string>> MergeAsync(Reaching reaching, UnitId unit, UnitId into, DateOnly from, CancellationToken stop)
    {
        var (gone, kept) = (reaching.Tree.Find(unit)!, reaching.Tree.Find(into)!);
        var children = reaching.Tree.Children(unit);
        var posts = await db.PostsAfter(from).CountAsync(post => post.Unit == unit, stop);
        var enterprises = await db.Enterprises.CountAsync(enterprise => enterprise.UnitId == unit, stop);
        return
        [
            $"{gone.Name}（{gone.Code}）{Day(from)}起撤销，并入{kept.Name}（{kept.Code}）。",
            children.Count == 0 ? "它下面没有单位。" : $"下面 {children.Count} 个单位移到{kept.ShortName}下面：{Some(children.Select(child => child.ShortName))}。",
            posts == 0 ? "它没有在任的职务。" : $"{posts} 个职务接着在{kept.ShortName}担任；借出去的委托到那天为止。",
            enterprises == 0 ? "它没有企业。" : $"{SpokenNumber.Of(enterprises)} 家企业改由{kept.ShortName}管。",
            $"没办完的诉求跟到{kept.ShortName}。",
            "这以前的报表仍写它的名字。",
        ];
    }

    public async Task<IReadOnlyList<string>> CloseAsync(Reaching reaching, UnitId unit, DateOnly from, CancellationToken stop)
    {
        var gone = reaching.Tree.Find(unit)!;
        var enterprises = await db.Enterprises.CountAsync(enterprise => enterprise.UnitId == unit, stop);
        var above = gone.Parent is { } parent ? reaching.Tree.Find(parent)!.ShortName : "上级";
        return
        [
            $"{gone.Name}（{gone.Code}）{Day(from)}起撤销，不再收新的诉求。",
            enterprises == 0 ? "它没有企业。" : $"{SpokenNumber.Of(enterprises)} 家企业改由{above}管。",
            "这以前的报表和记录都在，仍写它的名字。撤销后不能恢复，只能另设。",
        ];
    }

    /// <summary>Holders of posts that reach down from these units.</summary>
    private async Task<string> SeersAsync(string title, UnitId[] units, CancellationToken stop)
    {
        var today = ChinaTime.Today(clock);
        var names = await db.PostsAfter(today)
            .Where(post => units.Contains(post.Unit) && post.WholeSubtree && post.FromOn <= today)
            .Select(post => post.HolderName).Distinct().OrderBy(name => name).ToListAsync(stop);
        return names.Count == 0 ? $"{title}：没有人。" : $"{title}：{Some(names)}。";
    }

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join("、", all.Take(Named)) + (all.Count > Named ? $" 等 {all.Count} 个" : "");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture);
}
