using UnionHall.Text;

namespace UnionHall.Organisation.Domain;

/// <summary>What is said about a unit that is to be opened.</summary>
internal sealed record UnitDraft(string Code, string Name, string ShortName, UnitKind Kind, DateOnly From)
{
    /// <summary>As typed on a page or in a file: invisible characters gone, an empty short name filled from the name.</summary>
    public static UnitDraft Typed(string? code, string? name, string? shortName, UnitKind kind, DateOnly from)
    {
        var full = PlainText.SingleLine(name);
        return new UnitDraft(PlainText.SingleLine(code), full, ShortNameOf(shortName, full), kind, from);
    }

    public static string ShortNameOf(string? typed, string full)
    {
        var given = PlainText.SingleLine(typed);
        return given.Length > 0 ? given : PlainText.Excerpt(full, UnitRules.ShortNameLimit);
    }
}
