namespace UnionHall.Platform.Data.Embedded;

/// <summary>
/// Counts the processes that use one embedded database, by locks the kernel releases when a process dies:
/// each user shares a lock, and whoever can take it alone is the last one and stops the database.
/// </summary>
internal sealed class DatabaseUsers(string dataFolder) : IDisposable
{
    private readonly string usersFile = Path.Combine(dataFolder, "postgres.users");
    private readonly string doorFile = Path.Combine(dataFolder, "postgres.door");
    private FileStream? mine;

    public void Join() => mine = new FileStream(usersFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    /// <summary>Leaves; true when nobody else uses the database, which then stays ours alone until disposed.</summary>
    public bool LeaveAsLast()
    {
        mine?.Dispose();
        mine = null;
        try
        {
            mine = new FileStream(usersFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>One process at a time may start or stop the database.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(doorFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(dataFolder))
            {
                await Task.Delay(50, stop);
            }
        }
    }

    public void Dispose() => mine?.Dispose();
}
