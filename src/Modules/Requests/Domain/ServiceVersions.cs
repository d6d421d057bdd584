namespace UnionHall.Requests.Domain;

/// <summary>All versions of one service. A version is never altered but for its last day: requests hang on it.</summary>
internal sealed class ServiceVersions(IEnumerable<Service> rows)
{
    private readonly List<Service> rows = [.. rows.OrderBy(row => row.ValidFrom).ThenBy(row => row.Id)];

    /// <summary>What an administrator goes on from: the version of the latest day, in force, planned or ended.</summary>
    public Service Latest => rows.FindLast(row => !row.IsVoid) ?? rows[^1];

    public Service? On(DateOnly day) => rows.Find(row => row.IsInForce(day));

    /// <summary>Offered today or later.</summary>
    public bool IsLive(DateOnly today) => !Latest.IsVoid && (Latest.ValidTo is null || Latest.ValidTo >= today);

    /// <summary>From this day on nothing of it is in force; a version planned for later is void.</summary>
    public void EndBefore(DateOnly day)
    {
        foreach (var row in rows.Where(row => !row.IsVoid && (row.ValidTo is null || row.ValidTo >= day)))
        {
            row.Until(day.AddDays(-1));
        }
    }

    public void Replace(Service next)
    {
        EndBefore(next.ValidFrom);
        rows.Add(next);
    }

    public void Move(int position) => rows.ForEach(row => row.At(position));
}
