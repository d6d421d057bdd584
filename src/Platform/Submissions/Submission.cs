using Microsoft.EntityFrameworkCore;

namespace UnionHall.Platform.Submissions;

/// <summary>
/// The form this request submits, known by its key. The first save stores it in the same transaction, so that a second
/// press, a retry or a repeated offline send is answered with the first one's outcome and does nothing.
/// </summary>
public sealed class Submission
{
    private StoredSubmission? row;

    /// <summary>The key, or null when nothing with a key is being submitted.</summary>
    public Guid? Key => row?.Key;

    /// <summary>
    /// Where a repetition is led: a path of this site. Set it before saving; else the address of the redirect that
    /// answers is written down afterwards, by one more statement.
    /// </summary>
    public string? Outcome { get; set; }

    /// <summary>True once a save has stored it.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Keeps no account with it, where nobody may ever tell who sent it; its repetitions are known by the browser alone.</summary>
    public void ForgetSender() => row?.Account = null;

    internal void Open(StoredSubmission current) => row = current;

    internal void Attach(DbContext db)
    {
        if (row is not null && !IsStored && db.Entry(row).State == EntityState.Detached)
        {
            row.Outcome = Outcome;
            db.Add(row);
        }
    }

    internal void Saved() => IsStored = row is not null;
}
