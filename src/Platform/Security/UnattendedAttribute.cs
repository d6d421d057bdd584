namespace UnionHall.Platform.Security;

/// <summary>Put on what a page asks for by itself: nobody need be at the desk for it, so it does not keep a session alive.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnattendedAttribute : Attribute;
