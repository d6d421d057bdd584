using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Organisation.Parts;
using UnionHall.Platform;
using UnionHall.Platform.Data;
using UnionHall.Platform.Settings;
using UnionHall.Platform.Time;
using UnionHall.Text;

namespace UnionHall.Organisation.MakeApiKey;

/// <summary>Lets a program work for a post. The key is made later, when the holder of the post collects it.</summary>
internal sealed class MakeApiKeyHandler(OrganisationDb db, SettingLog log, TimeProvider clock)
{
    /// <summary>The area of the log.</summary>
    public const string Area = "api-key";

    /// <summary>All that is wrong with it; nothing when it was made.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Reaching reaching, MakeApiKeyForm form, CancellationToken stop)
    {
        var (now, today) = (clock.GetUtcNow(), ChinaTime.Today(clock));
        var picked = new PostId(form.Post ?? Guid.Empty);
        var post = await db.Posts.SingleOrDefaultAsync(row => row.Id == picked && row.FromOn <= today && (row.ToOn == null || row.ToOn > today), stop);
        var basis = Basis.Read(form.Basis);
        if (post is null || !reaching.Covers(post.Unit))
        {
            return [new Refusal("api-key-post", "选一下替谁的哪个职务做事：写姓名，找出来再选。", nameof(form.Post)), .. new[] { basis.Refusal }.OfType<Refusal>()];
        }

        var scopes = Enum.GetValues<ApiScope>().Where(scope => form.Scopes.Contains(EnumWord.Of(scope))).ToList();
        var made = ApiKey.Make(new ApiKeyDraft(PlainText.SingleLine(form.Name), scopes, form.LastDay ?? default, form.PerMinute ?? 0), post, now, today);
        if (made.Refusal is not null || basis.Refusal is not null)
        {
            return [.. new[] { made.Refusal, basis.Refusal }.OfType<Refusal>()];
        }

        var key = db.ApiKeys.Add(made.Value!).Entity;
        var view = PostView.Of(post, reaching);
        log.Add(reaching.Actor, new SettingEntry(Area, key.Id.ToString(), "开给", null, basis.Value!, SettingLine.Of(
        [
            ("替谁做事", null, $"{view.Name} · {view.UnitName} · {Platform.Security.RoleNames.Chinese(view.Role)}"),
            ("可以做的", null, string.Join("、", scopes.Select(scope => scope.Chinese()))),
            ("用到", null, $"{form.LastDay:yyyy-MM-dd}"),
            ("每分钟", null, $"{key.PerMinute} 次"),
        ])));
        await db.SaveAsync(reaching.Actor, stop);
        return [];
    }
}
