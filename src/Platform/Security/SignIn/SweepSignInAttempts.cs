using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Security.SignIn;

/// <summary>Forgets failed attempts that count for nothing any more.</summary>
internal sealed class SweepSignInAttempts(SignInGuard guard) : IRecurringJob
{
    public string Name => "sweep-sign-in-attempts";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken stop) => guard.SweepAsync(stop);
}
