using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>Slot: a module says who may fetch the files of its subjects. Without one that says yes, nobody may.</summary>
public interface IFileAccess
{
    /// <summary>The kind of subject it answers for, e.g. "request".</summary>
    string SubjectKind { get; }

    /// <summary>True when this actor may fetch this file of this subject now.</summary>
    Task<bool> MayReadAsync(Subject subject, FileId file, Actor actor, CancellationToken stop);
}
