using UnionHall.App.Start;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

using var signals = new StopSignals();
try
{
    return await Startup.RunAsync([.. args], signals.Stop);
}
catch (WrongUsageException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
catch (Exception problem) when (problem is SchemaRefusedException or CannotStartException or VaultException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("已中断。");
    return 1;
}
