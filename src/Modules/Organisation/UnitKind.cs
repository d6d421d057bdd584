namespace UnionHall.Organisation;

/// <summary>What a unit of the union tree is. Stored by <see cref="UnitKinds.Code"/>, shown by <see cref="UnitKinds.Chinese"/>.</summary>
public enum UnitKind
{
    /// <summary>地方总工会: the federation of a city or province.</summary>
    Federation = 1,

    /// <summary>区县总工会.</summary>
    District,

    /// <summary>街道（乡镇）总工会.</summary>
    Street,

    /// <summary>园区工会.</summary>
    Park,

    /// <summary>产业工会: the union of an industry.</summary>
    Industry,

    /// <summary>联合工会: one union of several employers.</summary>
    Joint,

    /// <summary>基层工会: the union of one employer.</summary>
    Primary,

    /// <summary>分工会.</summary>
    Branch,

    /// <summary>工会小组.</summary>
    Team,
}

/// <summary>Codes, names and nesting of the kinds of unit.</summary>
public static class UnitKinds
{
    private static readonly (UnitKind Kind, string Code, string Chinese)[] Table =
    [
        (UnitKind.Federation, "federation", "地方总工会"),
        (UnitKind.District, "district", "区县总工会"),
        (UnitKind.Street, "street", "街道（乡镇）总工会"),
        (UnitKind.Park, "park", "园区工会"),
        (UnitKind.Industry, "industry", "产业工会"),
        (UnitKind.Joint, "joint", "联合工会"),
        (UnitKind.Primary, "primary", "基层工会"),
        (UnitKind.Branch, "branch", "分工会"),
        (UnitKind.Team, "team", "工会小组"),
    ];

    public static IReadOnlyList<UnitKind> All { get; } = [.. Table.Select(row => row.Kind)];

    public static string Code(this UnitKind kind) => Array.Find(Table, row => row.Kind == kind).Code;

    public static string Chinese(this UnitKind kind) => Array.Find(Table, row => row.Kind == kind).Chinese;

    /// <summary>The kind with this code or Chinese name, or null when there is none.</summary>
    public static UnitKind? Parse(string? text) =>
        Array.Find(Table, row => row.Code == text || row.Chinese == text) is { Code: not null } row ? row.Kind : null;
}
