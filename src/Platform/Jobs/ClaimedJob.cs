namespace UnionHall.Platform.Jobs;

/// <summary>A job this node has claimed; the attempt counts from 1 and includes this one.</summary>
internal sealed record ClaimedJob(Guid Id, string Kind, string Data, int Attempt);

/// <summary>What came of it: no problem means done.</summary>
internal sealed record JobOutcome(ClaimedJob Job, Exception? Problem);
