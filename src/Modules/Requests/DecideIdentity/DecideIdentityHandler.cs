using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.Acting;
using UnionHall.Requests.Domain;
using UnionHall.Requests.OpenIdentity;
using UnionHall.Requests.Settings;
using UnionHall.Text;

namespace UnionHall.Requests.DecideIdentity;

/// <summary>The second person says whether the identity of a report is opened to the one who asked.</summary>
internal sealed class DecideIdentityHandler(IdentityDesk desk, EntryLimits limits, RequestSettings settings, TimeProvider clock)
{
    public async Task<Result> HandleAsync(Actor actor, string reference, DecideIdentityForm form, CancellationToken stop)
    {
        var found = await desk.FindAsync(actor, reference, stop);
        if (found.Value is not var (request, unit))
        {
            return found.Refusal!;
        }

        var words = PlainText.Clean(form.Words);
        if (form.Granted is not ("yes" or "no"))
        {
            return IdentityRefusals.NoAnswer;
        }

        if ((words.Length == 0 ? IdentityRefusals.NoWords : await limits.RefusalAsync(words, nameof(form.Words), stop)) is { } refusal)
        {
            return refusal;
        }

        if ((await desk.AsksAsync(request.Id, stop)).Find(ask => ask.Id == form.Ask) is not { } asked)
        {
            return IdentityRefusals.Decided;
        }

        var result = request.DecideIdentity(asked, form.Granted == "yes", words, (await settings.InForceAsync(stop)).IdentityHours, unit, actor, clock.GetUtcNow());
        return result.Succeeded ? await desk.SaveAsync(actor, stop) : result;
    }
}
