using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace UnionHall.Platform.Submissions;

/// <summary>The same submission was stored by another request while this one ran; nothing of this one was saved. The filter answers it with the other's outcome.</summary>
public sealed class SubmissionRepeatedException(Exception inner) : Exception("The same submission was stored at the same time.", inner)
{
    internal static bool Explains(DbUpdateException problem) =>
        problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "submission_pkey" };
}
