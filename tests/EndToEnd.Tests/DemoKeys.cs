using Npgsql;
using UnionHall.Testing;

namespace UnionHall.EndToEnd.Tests;

/// <summary>What to put into an address that takes a key, for a site with the demo city.</summary>
internal static class DemoKeys
{
    private static readonly (string Start, string Sql)[] Keys =
    [
        ("/desk/requests/{reference}", "select reference from request order by 1 limit 1"),
        ("/desk/follow-ups/reviews/{id", "select id::text from scoring_review order by 1 limit 1"),
        ("/desk/follow-ups/retaliation/{id", "select id::text from retaliation_check order by 1 limit 1"),
        ("/desk/knowledge/{id", "select id::text from article where published is not null order by id limit 1"),
        ("/knowledge/{id", "select id::text from article where audience = 'everybody' order by id limit 1"),
        ("/desk/follow-ups/{id", "select id::text from follow_up order by 1 limit 1"),
        ("/requests/track/{reference}", "select reference from request order by 1 limit 1"),
        ("/admin/accounts/{id:guid}/close", "select id::text from account where kind = 'worker' order by 1 limit 1"),
        ("/admin/accounts/{id", "select id::text from account where user_name = 'city.dispatcher'"),
        ("/admin/calendar/{year", "select '2026'"),
        ("/admin/enterprises/{id", "select id::text from enterprise order by 1 limit 1"),
        ("/admin/jobs/{id", "select id::text from job order by 1 limit 1"),
        ("/admin/posts/{id", "select id::text from post order by 1 limit 1"),
        ("/admin/units/{code}", "select code from unit where kind = 'street' order by 1 limit 1"),
    ];

    /// <summary>A key that exists, or null where the demo city has none: then any key leads nowhere.</summary>
    public static async Task<string?> OfAsync(TestSite site, string pattern)
    {
        if (Array.Find(Keys, key => pattern.StartsWith(key.Start, StringComparison.Ordinal)).Sql is not { } sql)
        {
            return null;
        }

        await using var source = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull(sql);
    }
}
