using UnionHall.Platform.Cli;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation.ExplainAccess;

internal sealed class ExplainAccessCommand(AccessExplainer explainer) : ICommand
{
    public string Verb => "access explain";

    public string Arguments => "--user U --request REF [--json]";

    public string Summary => "说明某人为什么能、或者不能看到某件诉求：账号、职务、权限、范围逐项列出。";

    public async Task<int> RunAsync(CommandLine line, CancellationToken stop)
    {
        var user = line.RequiredOption("user");
        var (kind, reference) = Subject(line);
        line.RefuseOthers();
        var explained = await explainer.ExplainAsync(Actor.Platform("命令行"), user, kind, reference, stop);
        if (explained.Refusal is { } refusal)
        {
            await line.Error.WriteLineAsync(refusal.Sentence);
            return 1;
        }

        var answer = explained.Value!;
        if (line.Json)
        {
            line.WriteJson(answer);
            return 0;
        }

        foreach (var step in answer.Steps)
        {
            await line.Out.WriteLineAsync($"{(step.Holds ? "✓" : "✗")} {step.Words}");
        }

        await line.Out.WriteLineAsync($"{(answer.Allowed ? "能看" : "不能看")}：{answer.Reason}");
        return 0;
    }

    /// <summary>Each kind of thing is an option of its own: --request REF.</summary>
    private (string Kind, string Reference) Subject(CommandLine line)
    {
        foreach (var kind in explainer.Kinds.Select(subject => subject.Kind))
        {
            if (line.Option(kind) is { } reference)
            {
                return (kind, reference);
            }
        }

        return ("request", line.RequiredOption("request"));
    }
}
