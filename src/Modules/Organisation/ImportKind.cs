namespace UnionHall.Organisation;

/// <summary>What a file of rows is about.</summary>
public enum ImportKind
{
    Units = 1,
    Posts,
    Enterprises,
}

/// <summary>Codes and names of the kinds of import.</summary>
public static class ImportKinds
{
    private static readonly (ImportKind Kind, string Code, string Chinese)[] Table =
    [
        (ImportKind.Units, "units", "单位"),
        (ImportKind.Posts, "posts", "职务"),
        (ImportKind.Enterprises, "enterprises", "企业"),
    ];

    public static IReadOnlyList<ImportKind> All { get; } = [.. Table.Select(row => row.Kind)];

    public static string Code(this ImportKind kind) => Array.Find(Table, row => row.Kind == kind).Code;

    public static string Chinese(this ImportKind kind) => Array.Find(Table, row => row.Kind == kind).Chinese;

    public static ImportKind? Parse(string? code) => Array.Find(Table, row => row.Code == code) is { Code: not null } row ? row.Kind : null;
}
