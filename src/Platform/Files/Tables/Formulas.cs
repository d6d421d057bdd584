namespace UnionHall.Platform.Files.Tables;

/// <summary>
/// A cell that starts with one of these is run as a formula by Excel and WPS (OWASP, "CSV injection"). What we write gets
/// an apostrophe in front; what we read loses it again, so that an exported file can be imported as it is.
/// </summary>
internal static class Formulas
{
    public static string Neutral(string cell) => IsFormula(cell) ? "'" + cell : cell;

    public static string Bare(string cell)
    {
        var trimmed = cell.Trim();
        return trimmed.Length > 1 && trimmed[0] == '\'' && IsFormula(trimmed[1..]) ? trimmed[1..] : trimmed;
    }

    private static bool IsFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
