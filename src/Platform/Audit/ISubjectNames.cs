namespace UnionHall.Platform.Audit;

/// <summary>Slot: who can say what a key stands for, so that the audit log is read without looking keys up.</summary>
public interface ISubjectNames
{
    /// <summary>The names of those keys that are known here; a unit's name, a request's reference, never personal data of workers.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> keys, CancellationToken stop);
}
