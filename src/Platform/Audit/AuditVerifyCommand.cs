using UnionHall.Platform.Cli;

namespace UnionHall.Platform.Audit;

internal sealed class AuditVerifyCommand(AuditSealer sealer, AuditVerifier verifier) : ICommand
{
    public string Verb => "audit verify";

    public string Arguments => "[--json]";

    public string Summary => "从头核对审计链，指出第一处不对的地方";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        line.RefuseOthers();
        await sealer.SealAsync(stop);
        var verdict = await verifier.VerifyAsync(stop);
        if (line.Json)
        {
            line.WriteJson(new { ok = verdict.Broken is null, verdict.At, verdict.Count, verdict.Head, verdict.Broken });
        }
        else
        {
            await line.Out.WriteLineAsync(verdict.Broken?.Sentence ?? "审计链完整。");
            await line.Out.WriteLineAsync($"核对 {verdict.Count} 条，链头 {verdict.Head}");
        }

        return verdict.Broken is null ? 0 : 1;
    }
}
