namespace UnionHall.Requests.Domain;

/// <summary>What a line of the timeline tells.</summary>
internal enum TimelineKind
{
    Submitted = 1,
    Dispatched,
    Acknowledged,
    Assigned,
    Asked,
    Answered,
    Supplemented,
    Note,
    Replied,
    Disputed,
    Confirmed,
    Closed,
    Declined,
    Withdrawn,
    Reworked,
    ReviewAsked,
    ReviewDecided,
    IdentityOpened,
    HandedOn,
    ClockAsked,
    ClockRefused,
    Paused,
    Deferred,
    Resumed,
    Extended,
    UrgencySet,
    Recomputed,
    Contacted,
    Breached,
    DutyStarted,
    DutyDone,
    Informed,
    ReturnAsked,
    ReturnRefused,
    Returned,
    ResultReported,
    ReportedUp,
    Escalated,
    SideCalled,
    SideSigned,
    SideAnswered,
    SideReported,
    SideCancelled,
    SideHandedOn,
    Split,
    Assessed,
    Conferred,
    Chased,
    WorkerChased,
    Supervised,
    SupervisionReported,
    SupervisionEnded,
    ProblemMarked,

    /// <summary>It came under another, which is told the same by <see cref="TookIn"/>.</summary>
    Merged,
    Unmerged,
    TookIn,
    LetGo,
    Reopened,
    CollectiveReported,
    RepresentativesNamed,
    IdentityAsked,
    IdentityGranted,
    IdentityRefused,
    Shared,
    ShareRevoked,
    OutsideAnswered,

    /// <summary>What was said of an answer before it was sent, and was not mended.</summary>
    HintsPassed,

    /// <summary>Articles and earlier answers that went into an answer.</summary>
    AnswerSourced,

    /// <summary>An answer waits for consent.</summary>
    ApprovalAsked,
    ReplyApproved,
    ReplySentBack,
    ReplyTakenBack,
    Ticked,
    Unticked,
    DutyExcluded,

    /// <summary>反映的是…, by the desk.</summary>
    AccusedNamed,
    AccusedCleared,

    /// <summary>A mail to the worker came back.</summary>
    MailBounced,
}

internal static class TimelineKinds
{
    /// <summary>Said or done by the worker, with or without an account; all else without one is the platform's.</summary>
    public static readonly IReadOnlyList<TimelineKind> OfTheWorker =
        [TimelineKind.Submitted, TimelineKind.Answered, TimelineKind.Supplemented, TimelineKind.Disputed, TimelineKind.Confirmed, TimelineKind.Withdrawn, TimelineKind.Reopened];
}
