using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;
using UnionHall.Text;

namespace UnionHall.Organisation.Imports;

/// <summary>Carries out the rows of a file of posts.</summary>
internal sealed class PostPlanning(ImportRun run, Dictionary<string, AccountSummary> accounts, OrganisationDb db)
{
    private readonly Dictionary<AccountId, List<HeldRole>> held = [];
    private readonly Dictionary<(AccountId, UnitId, Role), int> rows = [];

    public async Task TakeAsync(ImportLine line, CancellationToken stop)
    {
        line.Row.Label = $"{(line.Has("name") ? line["name"] : line["user_name"])} {line["role"]}";
        var account = Account(line);
        var role = ReadRole(line);
        var unit = Unit(line);
        var whole = WholeSubtree(line);
        var (from, to) = (line.Day("from"), line.Day("to"));
        if (line.Failed || account is null || role is null || unit is null)
        {
            return;
        }

        if (!rows.TryAdd((account.Id, unit.Unit.UnitId, role.Value), line.Row.Number))
        {
            line.Refuse("role", $"和第 {rows[(account.Id, unit.Unit.UnitId, role.Value)]} 行是同一个职务。");
            return;
        }

        var title = PlainText.SingleLine(line["title"]) is { Length: > 0 } text ? text : null;
        if (await HeldAsync(account.Id, unit.Unit.UnitId, role.Value, stop) is { } post)
        {
            Change(line, post, title, whole, from, to);
            return;
        }

        await GiveAsync(line, new PostDraft(account.Id, account.Name, role.Value, title, whole, new Period(from ?? run.From, to)), unit, stop);
    }

    private AccountSummary? Account(ImportLine line)
    {
        var name = line.Required("user_name");
        var account = accounts.GetValueOrDefault(name);
        if (account is null && name.Length > 0)
        {
            line.Refuse("user_name", $"没有 {name} 这个账号。请先建账号，再导入职务。");
        }
        else if (account is { IsDisabled: true })
        {
            line.Refuse("user_name", $"{name} 这个账号已经停用。");
        }
        else if (account is not null && line.Has("name") && PlainText.SingleLine(line["name"]) != account.Name)
        {
            line.Refuse("name", $"{name} 这个账号的姓名是{account.Name}，和这里写的不一样。");
        }
        else if (account is not null && account.Id == run.Actor.Account)
        {
            line.Refuse(PostRules.OwnPost);
        }

        return account;
    }

    private static Role? ReadRole(ImportLine line)
    {
        var text = line.Required("role");
        var role = RoleNames.Parse(text) ?? Enum.GetValues<Role>().Where(role => role.Chinese() == text).Cast<Role?>().FirstOrDefault();
        if (role is null && text.Length > 0)
        {
            line.Refuse("role", $"没有“{text}”这个角色。可以用：{string.Join("、", Enum.GetValues<Role>().Select(RoleNames.Chinese))}。");
        }

        return role;
    }

    private UnitRow? Unit(ImportLine line)
    {
        var code = line.Required("unit_code");
        var found = code.Length > 0 ? run.Tree.FindByCode(code) : null;
        var unit = found is not null && run.Tree.Covers(run.Actor, Permission.ManageAccess, found.UnitId) ? run.Tree.Row(found.UnitId) : null;
        if (unit is null && code.Length > 0)
        {
            line.Refuse("unit_code", $"没有编码是 {code} 的单位，或者它不在您管理的范围里。");
        }

        return unit;
    }

    private static bool WholeSubtree(ImportLine line)
    {
        if (line.Has("reach") && line["reach"] is not (PostSheet.WholeSubtree or PostSheet.OnlyHere))
        {
            line.Refuse("reach", $"请写“{PostSheet.WholeSubtree}”或“{PostSheet.OnlyHere}”。");
        }

        return line["reach"] != PostSheet.OnlyHere;
    }

    private Task<Post?> HeldAsync(AccountId account, UnitId unit, Role role, CancellationToken stop) =>
        db.PostsAfter(run.Today).FirstOrDefaultAsync(post => post.Account == account && post.Unit == unit && post.Role == role, stop);

    private static void Change(ImportLine line, Post post, string? title, bool whole, DateOnly? from, DateOnly? to)
    {
        if (whole != post.WholeSubtree || (from is not null && from != post.FromOn))
        {
            line.Refuse(whole != post.WholeSubtree ? "reach" : "from", "已有的职务不能改范围和开始日期。请先免去，再重新任职。");
            return;
        }

        var (newTitle, newEnd) = (line.Has("title") ? title : post.Title, line.Has("to") ? to : post.ToOn);
        line.Row.Before = ImportImage.Of(post.State());
        line.Changed("title", post.Title, newTitle);
        line.Changed("to", $"{post.ToOn:yyyy-MM-dd}", $"{newEnd:yyyy-MM-dd}");
        if (line.Row.Changes.Count > 0 && post.Change(newTitle, newEnd).Refusal is { } refusal)
        {
            line.Refuse(refusal);
        }

        Finish(line, post);
    }

    private async Task GiveAsync(ImportLine line, PostDraft draft, UnitRow unit, CancellationToken stop)
    {
        if (!held.TryGetValue(draft.Account, out var others))
        {
            held[draft.Account] = others = await db.HeldAsync(draft.Account, draft.Period.From < run.Today ? draft.Period.From : run.Today, stop);
        }

        var given = Post.Give(draft, unit, others);
        if (given.Refusal is { } refusal)
        {
            line.Refuse(refusal);
            return;
        }

        db.Posts.Add(given.Value!);
        others.Add(new HeldRole(unit.Unit.UnitId, draft.Role, draft.Period, Lent: false));
        line.Row.IsNew = true;
        Finish(line, given.Value!);
    }

    private static void Finish(ImportLine line, Post post)
    {
        line.Row.Subject = post.Id.Value;
        line.Row.After = ImportImage.Of(post.State());
    }
}
