namespace UnionHall.Platform.Security;

/// <summary>One thing a role may do. Pages and handlers ask for a permission, never for a role.</summary>
public enum Permission
{
    /// <summary>Open the desk and read the requests in scope.</summary>
    ReadRequests = 1,

    /// <summary>Acknowledge, ask, note and answer.</summary>
    HandleRequests,

    /// <summary>Send a request to a unit, answer at once, decline.</summary>
    DispatchRequests,

    /// <summary>File on behalf of a worker.</summary>
    RegisterRequests,

    /// <summary>Decide over a dispute above the handler; give bulk orders.</summary>
    SuperviseRequests,

    /// <summary>Ask workers how it ended, after it ended.</summary>
    CallFollowUps,

    /// <summary>Write articles of the knowledge base.</summary>
    WriteKnowledge,

    /// <summary>Publish, withdraw and review them.</summary>
    PublishKnowledge,

    /// <summary>Open a sealed identity, with a reason, on the record.</summary>
    OpenIdentity,

    /// <summary>Download what a list shows.</summary>
    ExportRequests,

    /// <summary>Units, enterprises, imports.</summary>
    ManageOrganisation,

    /// <summary>Services, calendars, thresholds, jobs.</summary>
    ManageSettings,

    /// <summary>Accounts, posts, delegation, sessions.</summary>
    ManageAccess,

    /// <summary>Read and verify the audit log; explain access.</summary>
    ReadAudit,
}
