using UnionHall.Organisation.Domain;

namespace UnionHall.Organisation.Imports;

/// <summary>Which enterprise a row means: the one with its code; else the one with its name, unless both have codes and they differ.</summary>
internal sealed class EnterpriseMatch
{
    private readonly Dictionary<string, Enterprise> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Enterprise>> byName = new(StringComparer.Ordinal);

    public EnterpriseMatch(IEnumerable<Enterprise> known)
    {
        foreach (var enterprise in known)
        {
            Add(enterprise);
        }
    }

    public Enterprise? Find(EnterpriseDraft draft) =>
        (draft.CreditCode is { } code ? byCode.GetValueOrDefault(code) : null)
        ?? byName.GetValueOrDefault(draft.Name)?.Find(other => other.CreditCode is null || draft.CreditCode is null);

    public void Add(Enterprise enterprise)
    {
        if (enterprise.CreditCode is { } code)
        {
            byCode[code] = enterprise;
        }

        if (!byName.TryGetValue(enterprise.Name, out var same))
        {
            byName[enterprise.Name] = same = [];
        }

        same.Add(enterprise);
    }
}
