namespace UnionHall.Platform.Audit;

/// <summary>What a verification of the audit chain found.</summary>
/// <param name="At">When it looked.</param>
/// <param name="Count">How many links were sound, from the first on.</param>
/// <param name="Head">The hash of the last sound link, in hex: write it down elsewhere and a later check cannot be deceived.</param>
/// <param name="Broken">The first thing that is wrong, or null.</param>
public sealed record AuditVerdict(DateTimeOffset At, long Count, string Head, AuditBreak? Broken);

/// <summary>The first thing that is wrong with the chain.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Seq">The place in the chain, counted from 1; null for an entry outside it.</param>
/// <param name="Entry">The audit entry it is about, where there is one.</param>
public sealed record AuditBreak(AuditBreakKind Kind, long? Seq, Guid? Entry)
{
    /// <summary>One Chinese sentence that names the record.</summary>
    public string Sentence => Kind switch
    {
        AuditBreakKind.EntryChanged => $"第 {Seq} 条记录（{Entry}）和它的链接对不上：内容被改过。",
        AuditBreakKind.EntryMissing when Seq is null => $"记录 {Entry} 写下后还没入链就不见了。",
        AuditBreakKind.EntryMissing => $"第 {Seq} 条链接指向的记录（{Entry}）不见了。",
        AuditBreakKind.LinkChanged => $"第 {Seq} 条链接（记录 {Entry}）被改过，记录本身是对的。",
        AuditBreakKind.LinkMissing => $"链在第 {Seq} 条断开：这一条链接不见了。",
        AuditBreakKind.Rewritten => $"链和以前核对过的不一样：第 {Seq} 条以前的部分被截断或重写过。",
        _ => $"记录 {Entry} 写下一分钟后还没有入链。",
    };
}

/// <summary>How a chain can be broken.</summary>
public enum AuditBreakKind
{
    EntryChanged = 1,
    EntryMissing,
    LinkChanged,
    LinkMissing,

    /// <summary>An earlier verification saw another chain: it was cut short or made anew.</summary>
    Rewritten,
    Unsealed,
}
