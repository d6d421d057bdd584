using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.People;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Platform.Web;
using UnionHall.Requests.Collectives;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.JoinRequest;

/// <summary>我也是: opened by the address a colleague gave. Shows what kind of matter it is and where, and nothing that anybody said.</summary>
[EnableRateLimiting(RateLimits.SubmitPolicy)]
internal sealed class JoinRequestPage(
    JoinRequestHandler handler, JoinLinks links, RequestsDb db, UnitDirectory units, PersonDirectory people, RequestSettings settings, ICurrentActor actors, TimeProvider clock) : PageModel
{
    private const string SameWords = "我也遇到了同样的事。";

    [BindProperty]
    public JoinRequestForm Form { get; set; } = new();

    /// <summary>Null where the address opens nothing any more.</summary>
    public Request? Head { get; private set; }

    public Service Service { get; private set; } = null!;

    public string? WorksAt { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public int WordsMost { get; private set; }

    public IReadOnlyList<Visibility> Visibilities => [.. Service.Visibility.Select(EnumText.Parse<Visibility>)];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop)
    {
        if (await people.OwnAsync(await actors.GetAsync(stop), stop) is { } own)
        {
            (Form.Name, Form.Phone) = (own.Name, own.Phone);
        }

        return await ShowAsync(token, stop);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        var shown = await ShowAsync(token, stop);
        if (Head is null)
        {
            return shown;
        }

        var actor = await actors.GetAsync(stop);
        if (Read(actor) is not { } asked || !ModelState.IsValid)
        {
            return shown;
        }

        var joined = await handler.HandleAsync(actor, token, asked, stop);
        if (joined.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
            return shown;
        }

        return LocalRedirect(joined.Value!);
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken stop)
    {
        Head = await links.OpenAsync(token, stop);
        if (Head is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Service = await db.Services.AsNoTracking().SingleAsync(row => row.Id == Head.ServiceId, stop);
        WorksAt = Head is { Visibility: Visibility.Named, WorksAt: { } unit } ? (await units.FindAsync(unit, stop))?.ShortName : null;
        WordsMost = (await settings.InForceAsync(stop)).WordsMost;
        Form.Visibility ??= EnumText.Code(Visibilities.Contains(Visibility.Hidden) ? Visibility.Hidden : Visibilities[0]);
        return Page();
    }

    private NewRequest? Read(Actor actor)
    {
        var words = WorkerWords.Read(string.IsNullOrWhiteSpace(Form.Words) ? SameWords : Form.Words, WordsMost, "", nameof(Form.Words));
        if (words.Refusal is { } refusal)
        {
            ModelState.Add(refusal);
        }

        var visibility = EnumText.TryParse<Visibility>(Form.Visibility);
        if (visibility is null)
        {
            ModelState.Add(new Refusal("visibility-missing", "选一下谁能知道是您说的。", nameof(Form.Visibility)));
        }

        var person = visibility is null or Visibility.Anonymous ? null : Person(actor);
        return words.Value is null || visibility is null ? null : new NewRequest
        {
            Service = Service,
            Words = words.Value,
            Visibility = visibility.Value,
            Channel = Channel.Web,
            WorksAt = Form.SameUnit == true ? Head!.WorksAt : null,
            Person = person,
        };
    }

    private Person Person(Actor actor)
    {
        var (name, phone) = (PersonName.Read(Form.Name), Mobile.Read(Form.Phone));
        if (!name.Succeeded)
        {
            ModelState.Add(new Refusal("name", name.Sentence, nameof(Form.Name)));
        }

        if (!phone.Succeeded)
        {
            ModelState.Add(new Refusal("phone", phone.Sentence, nameof(Form.Phone)));
        }

        return new Person(actor.Account, name.Value?.Text, phone.Value?.Number);
    }
}
