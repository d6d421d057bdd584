namespace UnionHall.Organisation.Domain;

/// <summary>An import only ever adds history rows and ends or corrects the last one, so what was before is a part of what is now.</summary>
internal static class UnitHistory
{
    public static void Restore(List<UnitName> rows, IReadOnlyList<NameRow> before)
    {
        rows.RemoveAll(row => !before.Any(kept => kept.FromOn == row.FromOn));
        foreach (var kept in before)
        {
            rows.Find(row => row.FromOn == kept.FromOn)!.Restore(kept);
        }
    }

    public static void Restore(List<UnitParent> rows, IReadOnlyList<ParentRow> before)
    {
        rows.RemoveAll(row => !before.Any(kept => kept.FromOn == row.FromOn));
        foreach (var kept in before)
        {
            rows.Find(row => row.FromOn == kept.FromOn)!.Restore(kept);
        }
    }
}
