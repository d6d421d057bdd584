using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>Reads a case for one reader: in scope or not at all. Six queries at most.</summary>
internal sealed class CaseQuery(
    RequestsDb db, Scope scope, UnitDirectory units, CasePeople casePeople, AccountDirectory accounts, CaseSurroundings surroundings, CaseHops hops, CaseMerges merges, TimeProvider clock)
{
    public async Task<CaseView?> FindAsync(Actor actor, string reference, CancellationToken stop)
    {
        if (Reference.Parse(reference) is not { } number || await RowAsync(actor, number, stop) is not { } row)
        {
            return null;
        }

        var orders = await db.Orders.AsNoTracking().Where(order => order.RequestId == row.Id).OrderBy(order => order.Id).ToListAsync(stop);
        var timeline = await db.Timeline.AsNoTracking().Where(entry => entry.RequestId == row.Id).OrderByDescending(entry => entry.Id).ToListAsync(stop);
        var isOwnUnit = await surroundings.IsOwnUnitAsync(actor, row, stop);
        var files = isOwnUnit ? [] : await FilesAsync(row.Id, stop);
        var merged = await merges.OfAsync(actor, row, stop);
        var reach = await casePeople.ReachAsync(row.HeadId, orders, stop);
        var people = await casePeople.AtAsync(row.Id, reach, stop);
        var lineage = await units.LineageAsync(row.CurrentUnit, stop);
        var now = clock.GetUtcNow();
        var clocks = await surroundings.ClocksAsync(row, orders, lineage[0], now, stop);
        return new CaseView
        {
            Row = row,
            Reader = actor.Account?.ToString() ?? "",
            CategoryName = await surroundings.CategoryNameAsync(row.Category, stop),
            UnitName = lineage[0].Name,
            WorksAt = await surroundings.WorksAtAsync(row, stop),
            Orders = Tree(orders, reach, row),
            Timeline = timeline,
            Files = files.ToLookup(file => file.EntryId),
            UnitNames = await units.NamesAsync(timeline.Select(entry => entry.UnitId).OfType<UnitId>(), stop),
            Answers = AnswerReader.Read(row.Answers),
            AssigneeName = await AssigneeAsync(row.Assignee, people, stop),
            AssigneeAway = people.FirstOrDefault(one => one.AccountId == row.Assignee && one.Away is not null)?.Away,
            Colleagues = [.. people.Where(one => one.UnitId == row.CurrentUnit && one.Role.Allows(Permission.HandleRequests)).DistinctBy(one => one.AccountId)],
            Readers = ReadersOf(people, reach, orders),
            People = [.. CasePeople.Readers(people, reach).Where(one => one.AccountId != actor.Account).DistinctBy(one => one.AccountId)],
            Person = surroundings.PersonOf(row),
            IsOwnUnit = isOwnUnit,
            MayOpenIdentity = await surroundings.MayOpenIdentityAsync(actor, row, stop),
            Acts = ActsOf(actor, row, orders, lineage, merged),
            Merges = merged,
            Numbers = await surroundings.NumbersAsync(stop),
            Draft = row.ApprovalAskedAt is null ? null : await db.Drafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.RequestId == row.Id && draft.DecidedAt == null, stop),
            Hops = await hops.OfAsync(actor, row, orders, now, stop),
            Promise = clocks.Promise,
            Hop = clocks.Hop,
            Next = clocks.Next,
            Now = now,
        };
    }

    private Task<CaseRow?> RowAsync(Actor actor, string number, CancellationToken stop) => (
        from request in scope.Requests(actor).AsNoTracking()
        where request.Reference == number
        join person in db.Requesters on request.Id equals person.RequestId into persons
        from requester in persons.DefaultIfEmpty()
        select new CaseRow(
            request.Id, request.Reference, request.Title, request.Words, request.Answers, request.State, request.MatterType, request.Category,
            request.Visibility, request.Channel, request.WorksAt, request.Owner, request.CurrentUnit, request.Assignee, request.SubmittedAt,
            request.DueAt, request.NextDueAt, request.IsProvisional, request.IsOpen, request.ClosedAt, request.Outcome, request.Rating,
            request.Disputes, request.Version)
        {
            Requester = requester,
            ServiceId = request.ServiceId,
            Round = request.Reworks + request.Reopens + 1,
            NeedsApproval = db.Services.Any(service => service.NeedsApproval
                && (service.Id == request.ServiceId || db.Requests.Any(joined => joined.HeadId == request.Id && joined.ServiceId == service.Id))),
            ApprovalAskedAt = request.ApprovalAskedAt,
            Urgency = request.Urgency,
            LimitUnit = request.LimitUnit,
            PausedUntil = request.PausedUntil,
            IsDeferred = request.IsDeferred,
            FirstReplyAt = request.FirstReplyAt,
            PromiseRuns = request.IsOpen && request.RepliedAt == null,
            Accused = request.Accused,
            HeadId = request.HeadId,
            MailBox = request.MailBoxId,
            MergedAs = request.MergedAs,
            StateBefore = request.StateBefore,
            Joined = request.Joined,
            People = request.People,
            Escalations = request.Escalations,
            Chases = request.Chases,
            SupervisedAt = request.SupervisedAt,
            ProblemAt = request.ProblemAt,
        }).SingleOrDefaultAsync(stop);

    private async Task<List<CaseFile>> FilesAsync(RequestId request, CancellationToken stop) => await (
        from link in db.Files.AsNoTracking()
        join file in db.Context.Set<StoredFile>() on link.FileId equals file.Id
        where link.RequestId == request
        orderby file.Id
        select new CaseFile(link.EntryId, new FileSummary(file.Id, file.OriginalName, file.MediaType, file.Size, file.UploadedAt))).ToListAsync(stop);

    private static List<CaseOrder> Tree(List<WorkOrder> orders, Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach, CaseRow row)
    {
        var current = row.IsOpen ? orders.Where(order => order.IsOpenLead).MaxBy(order => order.Id.Value) : null;
        var below = orders.ToLookup(order => order.Way is OrderWay.Dispatched or OrderWay.Called ? order.ParentId : null);
        var tree = new List<CaseOrder>(orders.Count);
        Add(null, 0);
        return tree;

        // What went up stands at the margin again; what was sent or called stands below who sent it.
        void Add(WorkOrderId? parent, int depth)
        {
            foreach (var order in below[parent])
            {
                tree.Add(new CaseOrder(order, reach[order.UnitId].Unit.Name, Math.Min(depth, 4), order == current));
                Add(order.Id, depth + 1);
            }
        }
    }

    private static List<Readers> ReadersOf(
        IReadOnlyList<StaffSummary> people, Dictionary<UnitId, (UnitSummary Unit, bool Direct)> reach, List<WorkOrder> orders) =>
    [
        .. CasePeople.Readers(people, reach)
            .GroupBy(one => one.UnitId)
            .OrderBy(unit => orders.FindIndex(order => order.UnitId == unit.Key))
            .Select(unit => new Readers(reach[unit.Key].Unit.ShortName, unit.DistinctBy(one => one.AccountId).Count())),
    ];

    private async Task<string?> AssigneeAsync(AccountId? assignee, IReadOnlyList<StaffSummary> people, CancellationToken stop) => assignee is not { } account
        ? null
        : people.FirstOrDefault(one => one.AccountId == account)?.Name ?? (await accounts.FindAsync(account, stop))?.Name;

    private static HashSet<Act> ActsOf(Actor actor, CaseRow row, List<WorkOrder> orders, IReadOnlyList<UnitSummary> lineage, MergeView merged)
    {
        var isToBeDecided = row.InDispute && orders.Count(order => order.IsOpenLead) == 1;
        UnitId[] above = [.. lineage.Select(unit => unit.UnitId)];
        var returnable = orders.Where(order => order.IsOpenLead).MaxBy(order => order.Id.Value) is { Way: OrderWay.Dispatched, ReturnAskedAt: null };
        return [.. merged.MayUnmerge ? [Act.Unmerge] : Array.Empty<Act>(), .. Enum.GetValues<Act>().Where(act => (act != Act.AskReturn || returnable) && Acting.Acts.IsOffered(act, row.State, row.InDispute, isToBeDecided) && actor.MayDo(act, row.State, row.CurrentUnit, above))];
    }
}
