using Microsoft.Extensions.Logging;
using UnionHall.Platform.Jobs;

namespace UnionHall.Platform.Audit;

/// <summary>Verifies the chain once a day, unasked.</summary>
internal sealed class VerifyAudit(AuditSealer sealer, AuditVerifier verifier, ILogger<VerifyAudit> log) : IRecurringJob
{
    public string Name => "verify-audit";

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken stop)
    {
        // On the first start, and after the site stood still, old entries still wait for their link.
        await sealer.SealAsync(stop);
        if ((await verifier.VerifyAsync(stop)).Broken is { } broken)
        {
            log.AuditChainBroken(broken.Seq ?? 0, broken.Kind.ToString());
        }
    }
}
