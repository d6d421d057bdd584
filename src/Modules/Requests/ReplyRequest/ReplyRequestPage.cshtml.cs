using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Approval;
using UnionHall.Requests.Domain;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.Templates;
using UnionHall.Text;

namespace UnionHall.Requests.ReplyRequest;

[Needs(Permission.ReadRequests)]
internal sealed class ReplyRequestPage(ReplyRequestHandler handler, TemplatePicker templates, SuggestionQuery suggestions, ApprovalDesk approvals, HintDesk looks, UnitDirectory units, CaseQuery cases, EntryFiles files, ICurrentActor current)
    : WritingPage<ReplyRequestForm>(TemplateUse.Reply, templates, cases, files, current)
{
    private bool waitsForConsent;

    /// <summary>What is to be said of what was written.</summary>
    public ReplyHints Hints { get; private set; } = ReplyHints.None;

    /// <summary>As the worker will see it; null while nothing was written.</summary>
    public StoryLine? Preview { get; private set; }

    /// <summary>What may be put in.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    public ReplyLook Look => new(Hints, Preview, Form);

    /// <summary>His own answer that came back, to go on from; null where there is none.</summary>
    public ReplyDraft? SentBack { get; private set; }

    /// <summary>The same, or one that he took back himself.</summary>
    public ReplyDraft? Own { get; private set; }

    /// <summary>Files of it that have gone with nothing else.</summary>
    public IReadOnlyList<CaseFile> OwnFiles { get; private set; } = [];

    protected override string Said => waitsForConsent ? "交上去了，批了就发给职工。" : "答复发出去了，等职工说解决没有。";

    /// <summary>Shows what is to be said of it and how the worker will see it; sends nothing.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        var actor = await ActorAsync(stop);
        var taken = await TakeAsync(actor, stop);
        ModelState.Clear();
        if (taken.Refusal is { } refusal)
        {
            this.Tell(refusal);
        }

        return await FindAsync(actor, stop) ? Page() : this.CaseNotFound(Number);
    }

    /// <summary>Puts a suggestion in, with its source, and sends nothing.</summary>
    public async Task<IActionResult> OnPostSuggestionAsync(string suggestion, CancellationToken stop)
    {
        var actor = await ActorAsync(stop);
        await TakeAsync(actor, stop);
        ModelState.Clear();
        if (!await FindAsync(actor, stop))
        {
            return this.CaseNotFound(Number);
        }

        if (Suggestions.FirstOrDefault(one => one.Key == suggestion) is { } found)
        {
            Form.Text = TemplatePlaces.Fill(string.Join('\n', new[] { Form.Text?.TrimEnd(), found.Words, found.Attribution }.Where(part => !string.IsNullOrEmpty(part))), Case, Case.CategoryName, actor.Name);
            Form.Sources.Add($"{found.Link} {found.Title}");
            await FindAsync(actor, stop);
        }

        return Page();
    }

    protected override async Task<Result> ActAsync(Actor actor, CancellationToken stop)
    {
        waitsForConsent = await approvals.NeedsAsync(Number, stop);
        return await handler.HandleAsync(actor, Number, Form, stop);
    }

    protected override async Task<bool> FindAsync(Actor actor, CancellationToken stop)
    {
        if (!await base.FindAsync(actor, stop))
        {
            return false;
        }

        if (!Case.May(Act.Reply))
        {
            return true;
        }

        await StartFromSentBackAsync(actor, stop);
        Suggestions = await suggestions.OfAsync(actor, Case, Form.Words, stop);
        if (Form.Words.Length > 0 && PlainText.CountCodePoints(Form.Words) <= Case.Numbers.DeskWordsMost)
        {
            var row = Case.Row;
            Hints = await looks.OfAsync(row.Id, Form.Words, Files.Count + Form.Brought.Count > 0, Form.Sources, stop);
            Preview = StoryLine.OfReply(Form.Words, await UnitAsync(actor, row, stop), actor.Name, [.. OwnFiles.Where(file => Form.Brought.Contains(file.File.Id.Value)).Select(file => file.File), .. Files], Case.Now);
        }

        return true;
    }

    private async Task StartFromSentBackAsync(Actor actor, CancellationToken stop)
    {
        var last = Case.Timeline.FirstOrDefault(entry => entry.Kind is TimelineKind.Replied or TimelineKind.ApprovalAsked or TimelineKind.ReplySentBack or TimelineKind.ReplyTakenBack);
        if (last?.Kind is TimelineKind.ReplySentBack or TimelineKind.ReplyTakenBack && await approvals.LatestOfAsync(Case.Row.Id, actor.Account, stop) is { } own)
        {
            (Own, SentBack) = (own, last.Kind == TimelineKind.ReplySentBack ? own : null);
            OwnFiles = [.. Case.Files[own.EntryId]];
            if (HttpMethods.IsGet(Request.Method))
            {
                (Form.Text, Form.Sources, Form.Brought) = (own.Words, [.. own.Sources], [.. OwnFiles.Select(file => file.File.Id.Value)]);
            }
        }
    }

    /// <summary>The unit for which he answers.</summary>
    private async Task<string> UnitAsync(Actor actor, CaseRow row, CancellationToken stop)
    {
        var lineage = await units.LineageAsync(row.CurrentUnit, stop);
        var unit = actor.ActsFor(Act.Reply, row.State, [.. lineage.Select(above => above.UnitId)]);
        return lineage.First(above => above.UnitId == unit).ShortName;
    }
}
