namespace UnionHall.Platform.Submissions;

/// <summary>Put on a page model whose posts come without a key: another site's callback, or a form that changes nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSubmissionKeyAttribute : Attribute;
