using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UnionHall.People;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;
using UnionHall.Requests.Data;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.OpenRequest;
using UnionHall.Requests.SupplementRequest;
using UnionHall.Text;

namespace UnionHall.Requests.SubmitRequest;

/// <summary>说一件事. One long form; every button but the last shows it again with more of it worked out.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
internal sealed class SubmitRequestPage(
    SubmitRequestView view, SubmitRequestHandler handler, SupplementRequestHandler supplements, OwnMatters matters, WorkerFiles files, PersonDirectory people, ICurrentActor actors) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SubmitRequestForm Form { get; set; } = new();

    public SubmitRequestView Shown => view;

    /// <summary>What he said lately that may be the same; he chooses.</summary>
    public IReadOnlyList<LikeMatter> Alike { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? service, string? kind, CancellationToken stop)
    {
        ModelState.Clear();
        // What someone tells stands in no address: not in the history, not in a proxy's log.
        Form.Words = null;
        Form.Service ??= service;
        Form.Kind ??= kind;
        if (!Request.Query.ContainsKey("handler"))
        {
            await IntroduceAsync(stop);
        }

        return await ShowAsync(stop);
    }

    /// <summary>The box on the home page, and the buttons of a browser without scripts: 换成这类, 找单位, 看看会送到哪里.</summary>
    public async Task<IActionResult> OnPostLookAsync(string? drop, CancellationToken stop)
    {
        ModelState.Clear();
        if (Form.Visibility is null)
        {
            // Only the box on the home page sends none.
            await IntroduceAsync(stop);
        }

        var taken = await files.TakeAsync(Form, await actors.GetAsync(stop), stop);
        if (taken.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        Drop(drop);
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var actor = await actors.GetAsync(stop);
        var taken = await files.TakeAsync(Form, actor, stop);
        if (taken.Refusal is { } tooMany)
        {
            ModelState.Add(tooMany);
        }

        await view.LoadAsync(Form, actor, stop);
        var asked = Read(actor);
        if (asked is null || !ModelState.IsValid)
        {
            return Page();
        }

        Alike = [.. (await matters.OfAsync(actor, asked.Service, asked.Words, stop)).Where(one => one.Takes(asked))];
        if (Alike.Count > 0 && Form.SameAs != LikeMatter.Other)
        {
            return await AddAsync(actor, asked, stop);
        }

        var filed = await handler.HandleAsync(actor, asked, Form.Photos, stop);
        if (filed.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return Page();
        }

        return LocalRedirect(filed.Value!);
    }

    /// <summary>补充到这件: no second request, but more words on the first.</summary>
    private async Task<IActionResult> AddAsync(Actor actor, NewRequest asked, CancellationToken stop)
    {
        if (Alike.FirstOrDefault(one => one.Reference == Form.SameAs) is not { } chosen)
        {
            ModelState.Add(new Refusal("same-as", "您最近说过相近的事。选一下：补充到那件，还是另一件事。", nameof(Form.SameAs)));
            return Page();
        }

        var answers = AnswerReader.Read(asked.Answers).Select(answer => $"{answer.Label}：{answer.Value}");
        var added = await supplements.HandleAsync(actor, chosen.Reference, new SupplementRequestForm { Text = string.Join('\n', answers.Prepend(asked.Words)), Photos = Form.Photos }, stop);
        if (added.Refusal is { } refusal)
        {
            ModelState.Add(refusal.Field == nameof(SupplementRequestForm.Text) ? refusal with { Field = nameof(Form.Words) } : refusal);
            return Page();
        }

        TempData.Say("补充到这件了，没有另立一件");
        TempData["Drafted"] = true;
        return LocalRedirect($"/requests/track/{chosen.Reference}");
    }

    /// <summary>Whoever is signed in need not tell again who he is and where he works; he can change all of it.</summary>
    private async Task IntroduceAsync(CancellationToken stop)
    {
        if (await people.OwnAsync(await actors.GetAsync(stop), stop) is not { } own)
        {
            return;
        }

        Form.Name ??= own.Name;
        Form.Phone ??= own.Phone;
        var isPlaceTold = Form.WorksAt is not null || Form.District is not null || !string.IsNullOrEmpty(Form.UnitSearch);
        Form.WorksAt = isPlaceTold ? Form.WorksAt : own.WorksAt?.Value;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        await view.LoadAsync(Form, await actors.GetAsync(stop), stop);
        return Page();
    }

    private void Drop(string? what)
    {
        switch (what)
        {
            case "service":
                (Form.Service, Form.ServiceSearch) = (null, null);
                break;
            case "unit":
                (Form.WorksAt, Form.UnitSearch) = (null, null);
                break;
        }
    }

    /// <summary>Checks the shape of everything, so that all that has to be changed is told at once.</summary>
    private NewRequest? Read(Actor actor)
    {
        var words = Taken(WorkerWords.Read(Form.Words, view.Numbers.WordsMost, "说一两句经过，我们才知道怎么帮您。", nameof(Form.Words)));
        var (given, refused) = ExtraAnswers.Read(view.Questions, Form.Answers);
        refused.ForEach(refusal => ModelState.Add(refusal));
        if (ExtraAnswers.PapersRefusal(view.Questions, Form.Photos, view.Numbers.PhotosMost) is { } papers)
        {
            ModelState.Add(papers);
        }

        var accused = PlainText.SingleLine(Form.Accused);
        if (PlainText.CountCodePoints(accused) > NewRequest.AccusedMost)
        {
            ModelState.Add(new Refusal("accused-long", $"反映的是谁，最多 {NewRequest.AccusedMost} 个字，经过写在上面。", nameof(Form.Accused)));
        }

        var visibility = EnumText.TryParse<Visibility>(Form.Visibility);
        if (visibility is null)
        {
            ModelState.Add(new Refusal("visibility-missing", "选一下谁能知道是您说的。", nameof(Form.Visibility)));
        }

        var person = visibility is null or Visibility.Anonymous ? null : Person(actor);
        return words is null || visibility is null ? null : new NewRequest
        {
            Service = view.Service,
            Words = words,
            Accused = accused.Length == 0 ? null : accused,
            Answers = JsonSerializer.Serialize(given, ChangeRecorder.Json),
            Visibility = visibility.Value,
            Channel = Channel.Web,
            WorksAt = (Form.WorksAt ?? Form.District) is { } unit ? new UnitId(unit) : null,
            Person = person,
        };
    }

    private Person Person(Actor actor)
    {
        var name = PersonName.Read(Form.Name);
        if (!name.Succeeded)
        {
            ModelState.Add(new Refusal("name", name.Sentence, nameof(Form.Name)));
        }

        var phone = Mobile.Read(Form.Phone);
        if (!phone.Succeeded)
        {
            ModelState.Add(new Refusal("phone", phone.Sentence, nameof(Form.Phone)));
        }

        return new Person(actor.Account, name.Value?.Text, phone.Value?.Number);
    }

    private string? Taken(Result<string> read)
    {
        if (read.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        return read.Value;
    }
}
