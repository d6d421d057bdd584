namespace UnionHall.Messaging;

/// <summary>What became of a mail that came in.</summary>
public enum MailState
{
    /// <summary>Stored, and not looked at yet.</summary>
    New = 1,

    /// <summary>A request, or a part of one.</summary>
    Taken,

    /// <summary>A reader of the box has to decide.</summary>
    Waiting,

    /// <summary>From a machine: nobody need look at it.</summary>
    KeptOut,

    /// <summary>By a reader of the box.</summary>
    ThrownAway,
}
