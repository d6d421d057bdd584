using System.Text.Json;
using UnionHall.Platform.Data;

namespace UnionHall.Requests.Domain;

/// <summary>Acts that go together, under one name, from a day on.</summary>
internal sealed class Macro
{
    public Guid Id { get; private init; }

    /// <summary>The same through all versions.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>JSON of <see cref="MacroStep"/>, in the order in which they are done.</summary>
    public string Steps { get; private init; } = "[]";

    public bool IsUsed { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    public string Basis { get; private init; } = "";

    public IReadOnlyList<MacroStep> Each => JsonSerializer.Deserialize<MacroStep[]>(Steps, ChangeRecorder.Json)!;

    public static Macro Of(string code, string name, IReadOnlyList<MacroStep> steps, bool isUsed, DateOnly from, string basis, DateTimeOffset at) => new()
    {
        Id = SortableId.Next(at),
        Code = code,
        Name = name,
        Steps = JsonSerializer.Serialize(steps, ChangeRecorder.Json),
        IsUsed = isUsed,
        ValidFrom = from,
        Basis = basis,
    };
}

/// <summary>One act of a macro.</summary>
/// <param name="Words">A note, a chase, or why it gets another urgency.</param>
internal sealed record MacroStep(MacroAct Act, string? Words = null, Urgency? Urgency = null);

/// <summary>What a macro may do. An answer is none of it: each is read before it goes out.</summary>
internal enum MacroAct
{
    Acknowledge = 1,

    /// <summary>On the desk of who runs it.</summary>
    Take,

    /// <summary>Back to the whole unit.</summary>
    PutBack,
    SetUrgency,
    Chase,
    Note,
}

internal static class MacroActs
{
    public static string Chinese(this MacroAct act) => act switch
    {
        MacroAct.Acknowledge => "签收",
        MacroAct.Take => "归我办",
        MacroAct.PutBack => "放回本单位",
        MacroAct.SetUrgency => "改紧急程度",
        MacroAct.Chase => "催办",
        _ => "写内部记录",
    };

    public static bool HasWords(this MacroAct act) => act is MacroAct.SetUrgency or MacroAct.Chase or MacroAct.Note;

    public static string Say(this MacroStep step) => step.Act.Chinese()
        + (step.Urgency is { } urgency ? $"成{urgency.Chinese()}" : "") + (step.Words is { } words ? $"：{words}" : "");
}
