using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Audit.ListAudit;

internal sealed class VerifyAuditHandler(AuditSealer sealer, AuditVerifier verifier, AppDbContext db)
{
    public async Task HandleAsync(Actor actor, CancellationToken stop)
    {
        await sealer.SealAsync(stop);
        var verdict = await verifier.VerifyAsync(stop);
        db.Happened(new AuditVerified(actor.Account?.Value ?? Guid.Empty, verdict.Count, verdict.Broken is null));
        await db.SaveAsync(actor, stop);
    }
}
