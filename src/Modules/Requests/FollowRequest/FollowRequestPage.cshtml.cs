using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Platform.Security;
using UnionHall.Requests.AnswerQuestion;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.RepresentOthers;
using UnionHall.Requests.SayFeedback;
using UnionHall.Requests.SayRetaliation;
using UnionHall.Requests.Settings;
using UnionHall.Requests.TrackRequest;

namespace UnionHall.Requests.FollowRequest;

/// <summary>One's own request: who has it now, what was promised, what was said.</summary>
internal sealed class FollowRequestPage(FollowRequestQuery query, TrackingPass pass, ICurrentActor actors, RequestSettings settings, FeedbackWindow words, AddedWords added, SayRetaliationHandler safe, RepresentOthersHandler others, ServiceCatalogue catalogue) : PageModel
{
    public FollowedRequest Followed { get; private set; } = null!;

    /// <summary>The answer to the desk's question; its own page takes it.</summary>
    public AnswerQuestionForm Form { get; } = new();

    public int PhotosMost { get; private set; }

    /// <summary>It has ended, and he may still say how.</summary>
    public bool AsksWord { get; private set; }

    /// <summary>It ended a while ago: was he given a hard time?</summary>
    public bool AsksSafe { get; private set; }

    /// <summary>It has ended, and new facts open it again.</summary>
    public bool Reopens { get; private set; }

    /// <summary>He speaks for the others.</summary>
    public bool IsRepresentative { get; private set; }

    /// <summary>What kind of matter several persons share; null where it is only his. Its title is the first one's words, so that it stays his.</summary>
    public string? Matter { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken stop)
    {
        if (await query.FindAsync(reference, await actors.GetAsync(stop), stop) is not { } followed)
        {
            return LocalRedirect(WorkerDesk.DoorOf(reference));
        }

        pass.Renew(followed.Request.Id);
        Followed = followed;
        Reopens = await added.MayReopenAsync(followed.Request, stop);
        AsksSafe = (followed.HasEnded || followed.Together is not null) && await safe.FindAsync(await actors.GetAsync(stop), reference, stop) is not null;
        AsksWord = await words.IsOpenAsync(followed.Request, stop);
        if ((followed.Together?.Head ?? followed.Request) is { People: > 1 } matter)
        {
            Matter = $"{matter.MatterType.Chinese()} · {await catalogue.CategoryNameAsync(matter.Category, stop)}";
            IsRepresentative = await others.IsRepresentativeAsync(followed.Request.Id, stop);
        }

        PhotosMost = (await settings.InForceAsync(stop)).PhotosMost;
        return Page();
    }
}
