using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>What is said about an enterprise.</summary>
internal sealed record EnterpriseDraft(string Name, string ShortName, string? CreditCode, string? Industry)
{
    /// <summary>As typed on a page or in a file: invisible characters gone, the code bare, an empty short name filled from the name.</summary>
    public static EnterpriseDraft Typed(string? name, string? shortName, string? creditCode, string? industry)
    {
        var full = PlainText.SingleLine(name);
        var given = PlainText.SingleLine(shortName);
        var code = PlainText.SingleLine(creditCode);
        return new EnterpriseDraft(
            full,
            given.Length > 0 ? given : PlainText.Excerpt(full, EnterpriseRules.ShortNameLimit),
            code.Length == 0 ? null : Text.CreditCode.Read(code).Value?.Number ?? code,
            string.IsNullOrWhiteSpace(industry) ? null : Industries.Parse(industry.Trim()) ?? industry.Trim());
    }
}
