using Microsoft.AspNetCore.Mvc.ModelBinding;
using UnionHall.Platform.Files;

namespace UnionHall.Requests.Following;

/// <summary>The field for photos and documents of a form called Form.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Hint">What is good to have, and what happens with them.</param>
/// <param name="Most">How many.</param>
/// <param name="Files">Those that are there already.</param>
/// <param name="IsNeeded">False: may be left out.</param>
/// <param name="Error">Why they were refused, or null.</param>
internal sealed record PhotosView(string Label, string Hint, int Most, IReadOnlyList<FileSummary> Files, string? Error, bool IsNeeded = false)
{
    public static PhotosView Of(string label, string hint, int most, IReadOnlyList<FileSummary> files, ModelStateDictionary state, bool isNeeded = false) =>
        new(label, hint, most, files, state.TryGetValue("Form.Photos", out var field) ? field.Errors.FirstOrDefault()?.ErrorMessage : null, isNeeded);
}
