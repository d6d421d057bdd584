using UnionHall.Platform.Security;

namespace UnionHall.Organisation.Parts;

/// <summary>A member of staff chosen from a search, as <see cref="UnitPick"/>.</summary>
/// <param name="Field">The form field, e.g. Form.Account.</param>
/// <param name="Legend">The question.</param>
/// <param name="Search">What was searched for.</param>
/// <param name="Picked">The chosen account.</param>
/// <param name="Found">Who may be chosen.</param>
internal sealed record PersonPick(string Field, string Legend, string? Search, Guid? Picked, IReadOnlyList<AccountSummary> Found)
{
    /// <summary>The chosen person, then those the search finds.</summary>
    public static async Task<PersonPick> OfAsync(AccountDirectory accounts, string field, string legend, string? search, Guid? picked, CancellationToken stop)
    {
        var found = string.IsNullOrWhiteSpace(search) ? [] : await accounts.SearchStaffAsync(search, stop);
        var chosen = picked is { } id ? await accounts.FindAsync(new AccountId(id), stop) : null;
        return new PersonPick(field, legend, search, picked, [.. (chosen is null ? found : found.Prepend(chosen)).Where(one => one is { IsDisabled: false, UserName: not null }).DistinctBy(one => one.Id)]);
    }
}
