using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Requests.Clocks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.ListClocks;
using UnionHall.Requests.Settings;

namespace UnionHall.Requests.ChooseProfile;

/// <summary>Puts another city's rules into force from a day on.</summary>
internal sealed class ChooseProfileHandler(RequestsDb db, WholeTree tree, SettingLog log, SettingsTurn turn, TimeProvider clock)
{
    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChooseProfileForm form, CancellationToken stop) => turn.TakeAsync(() => ChooseAsync(actor, form, stop), stop);

    private async Task<IReadOnlyList<Refusal>> ChooseAsync(Actor actor, ChooseProfileForm form, CancellationToken stop)
    {
        if (await tree.RefusalAsync(actor, stop) is { } shared)
        {
            return [shared];
        }

        var (from, basis) = (Basis.ReadDay(form.From, ChinaTime.Today(clock)), Basis.Read(form.Basis));
        var unknown = ClockProfiles.All.Any(profile => profile.Code == form.Profile) ? null : new Refusal("profile-missing", "选一套。", nameof(form.Profile));
        Refusal?[] refused = [unknown, from.Refusal, basis.Refusal];
        if (refused.Any(refusal => refusal is not null))
        {
            return [.. refused.OfType<Refusal>()];
        }

        var before = await db.Context.Set<ClockProfile>().Where(row => row.ValidFrom <= from.Value).OrderByDescending(row => row.ValidFrom).FirstAsync(stop);
        if (before.Profile == form.Profile)
        {
            return [new Refusal("profile-same", $"从那天起本来就是{ClockProfiles.NameOf(before.Profile)}这一套。", nameof(form.Profile))];
        }

        var lines = new[] { new SettingLine("用哪一套", ClockProfiles.NameOf(before.Profile), ClockProfiles.NameOf(form.Profile!)) };
        log.Add(actor, new SettingEntry(ClockBook.ProfileArea, "profile", "换一套", from.Value, basis.Value!, lines));
        db.Context.Happened(new ClockProfileChosen(form.Profile!, from.Value));
        if (before.ValidFrom == from.Value)
        {
            (before.Profile, before.Basis) = (form.Profile!, basis.Value!);
        }
        else
        {
            db.Context.Add(new ClockProfile { ValidFrom = from.Value, Profile = form.Profile!, Basis = basis.Value! });
        }

        await db.SaveAsync(actor, stop);
        return [];
    }
}

internal sealed class ChooseProfileForm
{
    public string? Profile { get; set; }

    public DateOnly? From { get; set; }

    public string? Basis { get; set; }
}
