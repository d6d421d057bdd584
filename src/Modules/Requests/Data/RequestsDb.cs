using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Signals;
using UnionHall.Requests.Domain;
using UnionHall.Text;

namespace UnionHall.Requests.Data;

/// <summary>The tables of this module.</summary>
internal sealed class RequestsDb(AppDbContext context, UnitDirectory units)
{
    public AppDbContext Context => context;

    public DbSet<Request> Requests => context.Set<Request>();

    public DbSet<Requester> Requesters => context.Set<Requester>();

    public DbSet<WorkOrder> Orders => context.Set<WorkOrder>();

    public DbSet<TimelineEntry> Timeline => context.Set<TimelineEntry>();

    public DbSet<ClockAsk> ClockAsks => context.Set<ClockAsk>();

    public DbSet<ClockEntry> Ledger => context.Set<ClockEntry>();

    public DbSet<RequestDuty> Duties => context.Set<RequestDuty>();

    public DbSet<Breach> Breaches => context.Set<Breach>();

    public DbSet<OrderReturn> Returns => context.Set<OrderReturn>();

    public DbSet<Supervision> Supervisions => context.Set<Supervision>();

    public DbSet<OrderAssessment> Assessments => context.Set<OrderAssessment>();

    public DbSet<Conference> Conferences => context.Set<Conference>();

    public DbSet<FollowUp> FollowUps => context.Set<FollowUp>();

    public DbSet<FollowUpAttempt> Attempts => context.Set<FollowUpAttempt>();

    public DbSet<ScoringReview> Reviews => context.Set<ScoringReview>();

    public DbSet<WorkerWord> WorkerWords => context.Set<WorkerWord>();

    public DbSet<ReplyTemplate> Templates => context.Set<ReplyTemplate>();

    public DbSet<ReplyDraft> Drafts => context.Set<ReplyDraft>();

    public DbSet<RequestCheck> Checks => context.Set<RequestCheck>();

    public DbSet<Macro> Macros => context.Set<Macro>();

    public DbSet<Mention> Mentions => context.Set<Mention>();

    public DbSet<Article> Articles => context.Set<Article>();

    public DbSet<ArticleVersion> ArticleVersions => context.Set<ArticleVersion>();

    public DbSet<ArticleFile> ArticleFiles => context.Set<ArticleFile>();

    public DbSet<ArticleOpinion> Opinions => context.Set<ArticleOpinion>();

    public DbSet<ArticleTally> Tallies => context.Set<ArticleTally>();

    public DbSet<RequestFile> Files => context.Set<RequestFile>();

    public DbSet<RequestReach> Reach => context.Set<RequestReach>();

    public DbSet<RequestMail> Mails => context.Set<RequestMail>();

    public DbSet<Participant> Participants => context.Set<Participant>();

    public DbSet<RetaliationCheck> RetaliationChecks => context.Set<RetaliationCheck>();

    public DbSet<IdentityAsk> IdentityAsks => context.Set<IdentityAsk>();

    public DbSet<Accused> Accused => context.Set<Accused>();

    public DbSet<RequestShare> Shares => context.Set<RequestShare>();

    public DbSet<ShareLook> ShareLooks => context.Set<ShareLook>();

    public DbSet<JoinLink> JoinLinks => context.Set<JoinLink>();

    public DbSet<PublicFiling> PublicFilings => context.Set<PublicFiling>();

    public DbSet<Service> Services => context.Set<Service>();

    public DbSet<Category> Categories => context.Set<Category>();

    /// <summary>Adds a new request with its words indexed for search.</summary>
    public void Add(Request request)
    {
        // Parsing free text on the client would be unreliable; this is a finished literal whose lexemes Bigrams has quoted.
#pragma warning disable CS0618
        Requests.Add(request).Property("WordIndex").CurrentValue = NpgsqlTsVector.Parse(Bigrams.ToTsVector([request.Title, request.Words]));
#pragma warning restore CS0618
    }

    /// <summary>A request to act on, with its orders; null when there is none.</summary>
    public Task<Request?> FindAsync(string reference, CancellationToken stop) =>
        Requests.Include(request => request.Orders).SingleOrDefaultAsync(request => request.Reference == reference, stop);

    /// <summary>The key of a request; null when there is none.</summary>
    public async Task<RequestId?> IdOfAsync(string reference, CancellationToken stop) =>
        await Requests.AsNoTracking().Where(request => request.Reference == reference).Select(request => (RequestId?)request.Id).SingleOrDefaultAsync(stop);

    /// <summary>Saves, and wakes the open lists of every unit in whose reach a changed request is or comes.</summary>
    public async Task SaveAsync(Actor actor, CancellationToken stop, string? reason = null)
    {
        foreach (var unit in await UnitsToWakeAsync(stop))
        {
            context.SignalAfterSave(LiveEndpoint.DeskTopic(unit));
        }

        await context.SaveAsync(actor, stop, reason);
    }

    /// <summary>
    /// Every verb writes the timeline. A new order brings its unit and those above, whose scope rows are not there before the save;
    /// a new request has no others.
    /// </summary>
    private async Task<HashSet<UnitId>> UnitsToWakeAsync(CancellationToken stop)
    {
        var awake = new HashSet<UnitId>();
        foreach (var unit in Added<WorkOrder>().Select(order => order.UnitId).Distinct())
        {
            awake.UnionWith((await units.LineageAsync(unit, stop)).Select(above => above.UnitId));
        }

        List<RequestId> changed = [.. Added<TimelineEntry>().Select(entry => entry.RequestId).Except(Added<Request>().Select(request => request.Id))];
        if (changed.Count > 0)
        {
            awake.UnionWith(await Reach.AsNoTracking().Where(row => changed.Contains(row.RequestId)).Select(row => row.UnitId).Distinct().ToListAsync(stop));
        }

        return awake;
    }

    private IEnumerable<T> Added<T>()
        where T : class => context.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);
}
