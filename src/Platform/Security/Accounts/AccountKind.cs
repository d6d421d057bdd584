namespace UnionHall.Platform.Security;

/// <summary>Who an account is for; decides how it signs in, how long a session lasts and which rules its password keeps.</summary>
public enum AccountKind
{
    /// <summary>Works at a unit; signs in by user name.</summary>
    Staff = 1,

    /// <summary>A worker; signs in by mobile number.</summary>
    Worker,
}
