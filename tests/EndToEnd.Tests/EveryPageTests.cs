using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Demo;

namespace UnionHall.EndToEnd.Tests;

/// <summary>Every page that opens without a key in its address, looked at by someone who may: both widths, both themes, axe.</summary>
public sealed class EveryPageTests(LiveSite site)
{
    [Theory]
    [InlineData(null)]
    [InlineData(DemoCity.WorkerPhone)]
    [InlineData("qingxi.chair")]
    [InlineData("city.followup1")]
    [InlineData("city.sysadmin")]
    [InlineData("city.secadmin")]
    [InlineData("city.auditadmin")]
    public async Task EveryPage_IsCleanForThoseWhoMayOpenIt(string? who)
    {
        Assert.SkipUnless(LiveSite.HasBrowser, "There is no chromium on this machine.");
        var visitor = await site.DesktopAsync();
        if (who is not null)
        {
            await visitor.SignInAsync(who, DemoCity.Password);
        }

        var looked = 0;
        foreach (var address in Addresses())
        {
            var answer = await visitor.Page.GotoAsync(address);
            var isWhole = await visitor.Page.Locator("main").CountAsync() > 0;
            if (answer!.Status == 200 && isWhole && new Uri(visitor.Page.Url).AbsolutePath == address)
            {
                await visitor.LookAsync($"all{address.Replace('/', '-')}-{who ?? "visitor"}");
                looked++;
            }
        }

        looked.ShouldBeGreaterThan(3);
        visitor.Faults.ShouldBeEmpty();
    }

    private IEnumerable<string> Addresses() => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.Parameters.Count == 0)
        .Where(endpoint => endpoint.RoutePattern.RawText?.EndsWith("/export", StringComparison.Ordinal) == false)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Distinct().Order(StringComparer.Ordinal);
}
