namespace UnionHall.App.Start;

/// <summary>The site cannot start here; the message says why and what to do.</summary>
internal sealed class CannotStartException(string message, Exception? cause = null) : Exception(message, cause);
