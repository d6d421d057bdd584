using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Tests.Web;

public sealed class LoggingTests
{
    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Transaction", LogLevel.Error, false)]
    [InlineData("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Warning, false)]
    [InlineData("Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery", LogLevel.Error, true)]
    [InlineData("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.Error, true)]
    [InlineData("UnionHall.Platform.Jobs.RecurringRunner", LogLevel.Error, true)]
    public void AStopInTheMiddleOfATransaction_IsNoError_ButTroublesAreTold(string category, LogLevel level, bool isTold)
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging(logging => logging.AddSiteLog()).BuildServiceProvider();

        services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level).ShouldBe(isTold);
    }
}
