using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Imports;

/// <summary>Posts by user name, unit and role: new ones are given, held ones get another title or end.</summary>
internal sealed class PostSheet(OrganisationDb db, AccountDirectory accounts) : IImportSheet
{
    public const string WholeSubtree = "含全部下级";
    public const string OnlyHere = "仅本单位";

    private static readonly ImportColumn[] PostColumns =
    [
        new("user_name", "用户名", "Account", "登录用的账号，要先建好。", Required: true),
        new("name", "姓名", "Name", "用来核对，和账号上的一致；可以空着。"),
        new("role", "角色", "Role", "从列表里选。", Required: true, [.. Enum.GetValues<Role>().Select(RoleNames.Chinese)]),
        new("unit_code", "单位编码", "Unit", "在哪个单位任职。", Required: true),
        new("title", "职务名称", "Title", "如“权益保障部副部长”；可以空着。"),
        new("reach", "范围", "Reach", $"{WholeSubtree}，或{OnlyHere}；空着是{WholeSubtree}。", Choices: [WholeSubtree, OnlyHere]),
        new("from", "开始日期", "From", "空着用导入时选的日期。"),
        new("to", "结束日期", "To", "从这天起不再担任；可以空着。"),
    ];

    public ImportKind Kind => ImportKind.Posts;

    public Permission Permission => Permission.ManageAccess;

    public IReadOnlyList<ImportColumn> Columns => PostColumns;

    public async Task PlanAsync(ImportRun run, ImportPlan plan, IReadOnlyList<ImportLine> lines, CancellationToken stop)
    {
        var known = new Dictionary<string, AccountSummary>(StringComparer.Ordinal);
        foreach (var name in lines.Select(line => line["user_name"]).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (await accounts.FindStaffAsync(name, stop) is { } account)
            {
                known[name] = account;
            }
        }

        var planning = new PostPlanning(run, known, db);
        foreach (var line in lines)
        {
            await planning.TakeAsync(line, stop);
        }
    }

    public async Task<Result> RestoreAsync(ImportRun run, IReadOnlyList<ImportChange> changes, CancellationToken stop)
    {
        PostId[] ids = [.. changes.Select(change => new PostId(change.SubjectId))];
        var posts = await db.Posts.Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, stop);
        foreach (var change in changes)
        {
            var post = posts[new PostId(change.SubjectId)];
            if (!run.Tree.Covers(run.Actor, Permission.ManageAccess, post.Unit))
            {
                return UnitRules.OutOfReach;
            }

            if (ImportImage.Of(post.State()) != change.After)
            {
                return ImportRules.ChangedSince(change);
            }

            if (change.Before is null)
            {
                post.Withdraw();
            }
            else
            {
                post.Restore(ImportImage.Read<PostState>(change.Before));
            }
        }

        return Result.Done;
    }

    public async IAsyncEnumerable<object?[]> ExportAsync(UnitTree tree, Actor actor, DateOnly today)
    {
        var posts = await db.PostsAfter(today).AsNoTracking().OrderBy(post => post.HolderName).ThenBy(post => post.Id).ToListAsync();
        var holders = await accounts.OfAsync([.. posts.Select(post => post.Account).Distinct()], CancellationToken.None);
        foreach (var post in posts.Where(post => tree.Covers(actor, Permission.ManageAccess, post.Unit)))
        {
            yield return
            [
                holders.GetValueOrDefault(post.Account)?.UserName, post.HolderName, post.Role.Chinese(), tree.Find(post.Unit)!.Code, post.Title,
                post.WholeSubtree ? WholeSubtree : OnlyHere, post.FromOn, post.ToOn,
            ];
        }
    }
}
