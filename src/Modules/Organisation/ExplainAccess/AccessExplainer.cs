using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;

namespace UnionHall.Organisation.ExplainAccess;

/// <summary>Walks account → posts → permission → reach, as the platform itself does, and says what it finds.</summary>
internal sealed class AccessExplainer(
    OrganisationDb db, UnitTreeCache trees, AccountDirectory accounts, IEnumerable<IAccessSubject> subjects, TimeProvider clock)
{
    public IReadOnlyList<IAccessSubject> Kinds => [.. subjects];

    /// <summary>Explains. Who asks must manage access at a unit the thing hangs on; else the thing does not exist for him.</summary>
    public async Task<Result<AccessExplanation>> ExplainAsync(Actor asking, string userName, string kind, string reference, CancellationToken stop)
    {
        if (await accounts.FindStaffAsync(userName, stop) is not { } account)
        {
            return new Refusal("no-account", $"没有 {userName} 这个工作人员账号。", "User");
        }

        if (Kinds.FirstOrDefault(subject => subject.Kind == kind) is not { } sort)
        {
            return new Refusal("no-kind", $"“{kind}”不能查。可以查：{string.Join("、", Kinds.Select(subject => subject.Kind))}。", "Kind");
        }

        var tree = await trees.ReadAsync(stop);
        if (await sort.FindAsync(reference.Trim(), stop) is not { } subject
            || !subject.Units.Any(place => tree.Covers(asking, Permission.ManageAccess, place.Unit)))
        {
            return new Refusal("no-subject", $"没有编号是 {reference} 的{sort.Chinese}。", "Reference");
        }

        return await WalkAsync(account, sort, subject, tree, stop);
    }

    private async Task<AccessExplanation> WalkAsync(AccountSummary account, IAccessSubject sort, AccessSubject subject, UnitTree tree, CancellationToken stop)
    {
        List<AccessStep> steps = [new(!account.IsDisabled, account.IsDisabled ? $"账号：{account.Name}（{account.UserName}）已经停用。" : $"账号：{account.Name}（{account.UserName}），可以登录。")];
        if (account.IsDisabled)
        {
            return new AccessExplanation(false, $"{account.Name}的账号已经停用。", steps);
        }

        if (subject.Hidden.FirstOrDefault(person => person.Account == account.Id) is { } hidden)
        {
            steps.Add(new AccessStep(false, $"回避：{hidden.Why}。"));
            return new AccessExplanation(false, $"这件{sort.Chinese}要{account.Name}回避：{hidden.Why}。", steps);
        }

        if (subject.Named.FirstOrDefault(person => person.Account == account.Id) is { } named)
        {
            steps.Add(new AccessStep(true, $"点名给他：{named.Why}。"));
            return new AccessExplanation(true, $"{account.Name}是{named.Why}。", steps);
        }

        steps.AddRange(subject.Units.Select(place => new AccessStep(true, $"{subject.Title}挂在{PathOf(tree, place.Unit)}（{place.Why}）。")));
        var posts = await PostsAsync(account.Id, stop);
        return Decide(account, sort, subject, new Walk(tree, posts, ChinaTime.Today(clock), steps));
    }

    private static AccessExplanation Decide(AccountSummary account, IAccessSubject sort, AccessSubject subject, Walk walk)
    {
        if (walk.Posts.Count == 0)
        {
            walk.Steps.Add(new AccessStep(false, "职务：一个也没有，也没有受过委托。"));
            return new AccessExplanation(false, $"{account.Name}没有任何职务。", walk.Steps);
        }

        AccessExplanation? yes = null;
        var nearest = (Rank: -1, Reason: "");
        foreach (var post in walk.Posts)
        {
            var (rank, words) = Judge(post, sort, subject, walk);
            walk.Steps.Add(new AccessStep(rank == Through, $"职务：{Name(post, walk)}——{words}"));
            if (rank == Through)
            {
                yes ??= new AccessExplanation(true, $"{account.Name}是{Name(post, walk)}，{words}", walk.Steps);
            }
            else if (rank > nearest.Rank)
            {
                nearest = (rank, $"{account.Name}是{Name(post, walk)}，但{words}");
            }
        }

        return yes ?? new AccessExplanation(false, nearest.Reason, walk.Steps);
    }

    private const int Through = 3;

    /// <summary>How far a post gets: 0 not in force, 1 no permission, 2 out of reach, 3 through.</summary>
    private static (int Rank, string Words) Judge(PostLine post, IAccessSubject sort, AccessSubject subject, Walk walk)
    {
        if (walk.Today < post.Period.From)
        {
            return (0, $"到 {post.Period.From:yyyy-MM-dd} 才开始。");
        }

        if (!post.Period.Holds(walk.Today))
        {
            return (0, $"{post.Period.To!.Value.AddDays(-1):yyyy-MM-dd} 已经结束。");
        }

        if (!post.Role.Allows(sort.Needs))
        {
            return (1, $"{post.Role.Chinese()}没有“{sort.Needs.Chinese()}”这一项权限。");
        }

        if (subject.Units.FirstOrDefault(place => place.Unit == post.Unit) is { } here)
        {
            return (Through, $"{sort.Chinese}就挂在本单位（{here.Why}），所以看得到。");
        }

        var below = subject.Units.FirstOrDefault(place => walk.Tree.IsWithin(place.Unit, post.Unit));
        return below is null ? (2, $"这件{sort.Chinese}不在它的下级，管不到。")
            : post.WholeSubtree ? (Through, $"{walk.Tree.Find(below.Unit)?.Name}（{below.Why}）在它的下级，所以看得到。")
            : (2, $"只管本单位，而{walk.Tree.Find(below.Unit)?.Name}是下级，管不到。");
    }

    private static string Name(PostLine post, Walk walk) =>
        $"{walk.Tree.Find(post.Unit)?.Name}的{post.Role.Chinese()}{(post.Lender is null ? "" : $"（受{post.Lender}委托）")}{(post.WholeSubtree ? "" : "（仅本单位）")}";

    private static string PathOf(UnitTree tree, UnitId unit) => string.Join(" › ", tree.Lineage(unit).Reverse().Select(above => above.ShortName));

    private async Task<List<PostLine>> PostsAsync(AccountId account, CancellationToken stop)
    {
        var own = await db.Posts.AsNoTracking().Where(post => post.Account == account).ToListAsync(stop);
        var lent = await db.Delegations.AsNoTracking().Include(row => row.Post).Where(row => row.ToAccount == account).ToListAsync(stop);
        return
        [
            .. own.Select(post => new PostLine(post.Unit, post.Role, post.WholeSubtree, post.Period, null)),
            .. lent.Select(row => new PostLine(row.Post.Unit, row.Post.Role, row.Post.WholeSubtree, InForce(row), row.Post.HolderName)),
        ];
    }

    /// <summary>A lent post is in force while both the post and the delegation are.</summary>
    private static Period InForce(Delegation lent)
    {
        var from = lent.FromOn > lent.Post.FromOn ? lent.FromOn : lent.Post.FromOn;
        return new Period(from, lent.Post.ToOn is { } end && end < lent.ToOn ? end : lent.ToOn);
    }

    private sealed record PostLine(UnitId Unit, Role Role, bool WholeSubtree, Period Period, string? Lender);

    private sealed record Walk(UnitTree Tree, IReadOnlyList<PostLine> Posts, DateOnly Today, List<AccessStep> Steps);
}
