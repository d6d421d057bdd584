namespace UnionHall.Platform.Security.Sessions;

/// <summary>A session that has just begun.</summary>
internal sealed record NewSession(Session Session, AccountKind Kind);
