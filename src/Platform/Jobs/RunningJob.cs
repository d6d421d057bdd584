namespace UnionHall.Platform.Jobs;

/// <summary>The job this scope runs; none in a request, a command or recurring work.</summary>
internal sealed class RunningJob
{
    public Guid? Id { get; set; }
}
