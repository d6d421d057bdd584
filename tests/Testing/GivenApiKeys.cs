using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using UnionHall.Organisation;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using Xunit;

namespace UnionHall.Testing;

/// <summary>Programs of other systems, each with a key of a post.</summary>
public static class GivenApiKeys
{
    /// <summary>Somebody holds this role at this unit, and collected a key for what is named.</summary>
    public static async Task<string> ApiKeyAsync(this TestSite site, Role role, UnitId unit, ApiScope[] scopes, int perMinute = 6_000, string name = "周敏")
    {
        var account = await site.StaffAsync("k" + Guid.CreateVersion7().ToString("N")[^12..], name);
        await site.PostAsync(account, name, role, unit);
        return await site.WithAsync<IServiceProvider, string>(async made =>
        {
            var (stop, now, today) = (TestContext.Current.CancellationToken, site.Clock.GetUtcNow(), ChinaTime.Today(site.Clock));
            var db = made.GetRequiredService<OrganisationDb>();
            var post = await db.Posts.SingleAsync(row => row.Account == account, stop);
            var key = ApiKey.Make(new ApiKeyDraft("市民热线平台", scopes, today.AddYears(1), perMinute), post, now, today).Value.ShouldNotBeNull();
            db.ApiKeys.Add(key);
            await db.SaveAsync(Actor.Platform("测试"), stop);
            var (text, print, start) = made.GetRequiredService<ApiKeySeal>().Make();
            key.Collect(print, start, new Actor(account, name, []), now, today).Refusal.ShouldBeNull();
            await db.SaveAsync(Actor.Platform("测试"), stop);
            return text;
        });
    }
}
