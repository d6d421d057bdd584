using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Requests.Settings;
using UnionHall.Requests.SubmitRequest;
using UnionHall.Text;

namespace UnionHall.Requests.RegisterRequest;

[Needs(Permission.RegisterRequests)]
internal sealed class RegisterRequestPage(
    RegisterRequestHandler handler, OwnMatters matters, SuggestionQuery suggestions, ServiceCatalogue catalogue, UnitDirectory units, WorkerFiles files, RequestSettings settings, ICurrentActor current) : PageModel
{
    private const int MostFound = 12;

    /// <summary>The doors a colleague registers for.</summary>
    public static readonly IReadOnlyList<Channel> Channels = [Channel.Phone, Channel.Visit, Channel.Paper, Channel.Stall, Channel.Letter];

    [BindProperty]
    public RegisterRequestForm Form { get; set; } = new();

    public IReadOnlyList<ServiceSummary> Services { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<UnitSummary> Found { get; private set; } = [];

    public UnitSummary? Picked { get; private set; }

    public string Reader { get; private set; } = "";

    public Numbers Numbers { get; private set; } = null!;

    /// <summary>What the same worker said lately that may be the same; he is asked.</summary>
    public IReadOnlyList<LikeMatter> Alike { get; private set; } = [];

    /// <summary>Articles about what he says.</summary>
    public IReadOnlyList<Suggestion> Known { get; private set; } = [];

    /// <summary>What came with it so far.</summary>
    public IReadOnlyList<FileSummary> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? channel, CancellationToken stop)
    {
        Form.Channel = channel ?? EnumText.Code(Channel.Phone);
        Form.Visibility = EnumText.Code(Visibility.Named);
        return await ShowAsync(stop);
    }

    /// <summary>找单位 and 看这类要问什么: the form comes back with more of it worked out.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken stop)
    {
        ModelState.Clear();
        await TakeFilesAsync(stop);
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await TakeFilesAsync(stop);
        if (await ReadAsync(stop) is { } asked && ModelState.IsValid)
        {
            var actor = await current.GetAsync(stop);
            Alike = asked is { Visibility: Visibility.Named, Person: { } person } ? [.. (await matters.OfAsync(actor, person, asked.Service, asked.Words, stop)).Where(one => one.Takes(asked))] : [];
            return Alike.Count > 0 && Form.SameAs != LikeMatter.Other ? await AddAsync(actor, asked, stop) : await FileAsync(actor, asked, stop);
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> FileAsync(Actor actor, NewRequest asked, CancellationToken stop)
    {
        var filed = await handler.HandleAsync(actor, asked, Form.Photos, stop);
        if (filed.Refusal is not { } refusal)
        {
            return LocalRedirect(filed.Value!);
        }

        this.Tell(refusal);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> AddAsync(Actor actor, NewRequest asked, CancellationToken stop)
    {
        var chosen = Alike.FirstOrDefault(one => one.Reference == Form.SameAs);
        var added = chosen is null
            ? Result.Refuse("same-as", "同一位职工最近说过相近的事。问他一句，选一下：补充到那件，还是另一件事。", nameof(Form.SameAs))
            : await handler.AddAsync(actor, chosen.Reference, asked, Form.Photos, stop);
        if (added.Refusal is not { } refusal)
        {
            TempData.Say("补充到这件了，没有另立一件。");
            return LocalRedirect(CasePage.Address(chosen!.Reference));
        }

        this.Tell(refusal);
        return await ShowAsync(stop);
    }

    private async Task TakeFilesAsync(CancellationToken stop)
    {
        var taken = await files.TakeAsync(Form, await current.GetAsync(stop), stop);
        Check(taken.Succeeded, taken.Refusal?.Sentence ?? "", nameof(Form.Photos));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        var actor = await current.GetAsync(stop);
        Services = await catalogue.ListAsync(stop);
        var service = Form.Service is { } code ? await catalogue.FindAsync(code, stop) : null;
        Questions = service is null ? [] : ServiceCatalogue.QuestionsOf(service);
        Known = string.IsNullOrWhiteSpace(Form.Words) ? [] : await suggestions.ArticlesAsync(PlainText.Excerpt(Form.Words, 500), service?.Category ?? "", stop);
        Found = string.IsNullOrWhiteSpace(Form.UnitSearch) ? [] : await units.SearchAsync(Form.UnitSearch, null, MostFound, stop);
        Picked = Form.WorksAt is { } key ? await units.FindAsync(new UnitId(key), stop) : null;
        (Numbers, Reader) = (await settings.InForceAsync(stop), actor.Account?.ToString() ?? "");
        Files = await files.ShownAsync(Form, actor, stop);
        return Page();
    }

    /// <summary>Checks everything, so that all that has to be changed is told at once.</summary>
    private async Task<NewRequest?> ReadAsync(CancellationToken stop)
    {
        var service = Form.Service is { } code ? await catalogue.FindAsync(code, stop) : null;
        var channel = EnumText.TryParse<Channel>(Form.Channel);
        var visibility = EnumText.TryParse<Visibility>(Form.Visibility);
        Check(service is not null, "选一下是哪类事。", nameof(Form.Service));
        Check(channel is { } door && Channels.Contains(door), "选一下是从哪里来的。", nameof(Form.Channel));
        Check(visibility is not null, "选一下谁能知道是他说的。", nameof(Form.Visibility));
        var numbers = await settings.InForceAsync(stop);
        var words = Taken(WorkerWords.Read(Form.Words, numbers.WordsMost, "记下他说的话，一两句也行。", nameof(Form.Words)));
        var accused = PlainText.SingleLine(Form.Accused);
        Check(PlainText.CountCodePoints(accused) <= NewRequest.AccusedMost, $"反映的是谁，最多 {NewRequest.AccusedMost} 个字。", nameof(Form.Accused));
        var person = visibility is Visibility.Anonymous ? null : ReadPerson();
        if (service is null || channel is null || visibility is null || words is null)
        {
            return null;
        }

        var (given, refused) = ExtraAnswers.Read(ServiceCatalogue.QuestionsOf(service), Form.Answers);
        refused.ForEach(refusal => ModelState.Add(refusal));
        var papers = ExtraAnswers.PapersRefusal(ServiceCatalogue.QuestionsOf(service), Form.Photos, numbers.PhotosMost);
        Check(papers is null, papers?.Sentence ?? "", nameof(Form.Photos));
        return new NewRequest
        {
            Service = service,
            Words = words,
            Accused = accused.Length == 0 ? null : accused,
            Answers = JsonSerializer.Serialize(given, ChangeRecorder.Json),
            Visibility = visibility.Value,
            Channel = channel.Value,
            WorksAt = Form.WorksAt is { } unit ? new UnitId(unit) : null,
            Person = person,
        };
    }

    private Person ReadPerson()
    {
        var name = PersonName.Read(Form.Name);
        Check(name.Succeeded, name.Sentence ?? "", nameof(Form.Name));
        var hasPhone = !string.IsNullOrWhiteSpace(Form.Phone);
        var phone = hasPhone ? Mobile.Read(Form.Phone) : null;
        Check(phone is null or { Succeeded: true }, phone?.Sentence ?? "", nameof(Form.Phone));
        return new Person(null, name.Value?.Text, phone?.Value?.Number);
    }

    private void Check(bool isRight, string sentence, string field)
    {
        if (!isRight)
        {
            ModelState.AddModelError($"{nameof(Form)}.{field}", sentence);
        }
    }

    private string? Taken(Result<string> read)
    {
        Check(read.Succeeded, read.Refusal?.Sentence ?? "", read.Refusal?.Field ?? "");
        return read.Value;
    }
}
