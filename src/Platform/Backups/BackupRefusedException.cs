namespace UnionHall.Platform.Backups;

/// <summary>A backup cannot be made, read or restored; the message says why and what to do.</summary>
public sealed class BackupRefusedException(string message, Exception? cause = null) : Exception(message, cause);
