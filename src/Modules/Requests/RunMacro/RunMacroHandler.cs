using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Requests.AcknowledgeRequest;
using UnionHall.Requests.Acting;
using UnionHall.Requests.AddNote;
using UnionHall.Requests.AssignRequest;
using UnionHall.Requests.ChaseRequest;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.SetUrgency;

namespace UnionHall.Requests.RunMacro;

/// <summary>Does the acts of a macro to each request, each by its own handler and rules. Where one is refused, the rest of that request is left.</summary>
internal sealed class RunMacroHandler(
    RequestsDb db, AcknowledgeRequestHandler acknowledge, AssignRequestHandler assign, SetUrgencyHandler urgency, ChaseRequestHandler chase, AddNoteHandler note)
{
    public async Task<IReadOnlyList<MacroOutcome>> HandleAsync(Actor actor, Macro macro, IEnumerable<string> references, CancellationToken stop)
    {
        var outcomes = new List<MacroOutcome>();
        foreach (var reference in references.Distinct(StringComparer.Ordinal))
        {
            outcomes.Add(await OneAsync(actor, macro, reference, stop));
        }

        return outcomes;
    }

    private async Task<MacroOutcome> OneAsync(Actor actor, Macro macro, string reference, CancellationToken stop)
    {
        var done = new List<MacroStep>();
        Assignment? given = null;
        foreach (var step in macro.Each)
        {
            var result = await DoAsync(actor, step, reference, stop);
            db.Context.ChangeTracker.Clear();
            if (result.Refusal is { } refusal)
            {
                return new MacroOutcome(reference, done, step, refusal, given);
            }

            done.Add(step);
            given = result is Result<Assignment> { Value: { } last } && last.To != last.Before ? last : given;
        }

        return new MacroOutcome(reference, done, null, null, given);
    }

    private async Task<Result> DoAsync(Actor actor, MacroStep step, string reference, CancellationToken stop) => step.Act switch
    {
        MacroAct.Acknowledge => await acknowledge.HandleAsync(actor, reference, stop),
        MacroAct.Take => await assign.HandleAsync(actor, reference, actor.Account, stop),
        MacroAct.PutBack => await assign.HandleAsync(actor, reference, null, stop),
        MacroAct.SetUrgency => await urgency.HandleAsync(actor, reference, new SetUrgencyForm { Urgency = EnumText.Code(step.Urgency!.Value), Reason = step.Words }, stop),
        MacroAct.Chase => await chase.HandleAsync(actor, reference, null, new WordsForm { Text = step.Words! }, stop),
        _ => await note.HandleAsync(actor, reference, new AddNoteForm { Text = step.Words! }, stop),
    };
}

/// <summary>What became of one request.</summary>
/// <param name="Failed">The act at which it stopped, or null.</param>
/// <param name="Given">Whose desk it went to: that can be taken back.</param>
internal sealed record MacroOutcome(string Reference, IReadOnlyList<MacroStep> Done, MacroStep? Failed, Refusal? Refusal, Assignment? Given);
