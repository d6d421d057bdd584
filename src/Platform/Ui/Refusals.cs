using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace UnionHall.Platform.Ui;

/// <summary>Brings a refusal to the form it belongs to.</summary>
public static class Refusals
{
    /// <summary>Shows the sentence at its field, or for the whole form when it names none.</summary>
    /// <param name="state">The page's model state.</param>
    /// <param name="refusal">What the rule said.</param>
    /// <param name="form">The name of the bound form property.</param>
    public static void Add(this ModelStateDictionary state, Refusal refusal, string form = "Form") =>
        state.AddModelError(refusal.Field is null ? "" : $"{form}.{refusal.Field}", refusal.Sentence);
}
