namespace UnionHall.Platform.Audit;

/// <summary>A link as it is stored, with the bytes of its entry; null where the entry is gone.</summary>
internal readonly record struct ChainLink(long Seq, Guid Entry, byte[] Hash, byte[]? Bytes);

/// <summary>
/// Follows the chain link by link. When a link does not fit, the next one tells which half was touched: it was made from
/// the true hash, so if it follows from the computed one the link was changed, else the entry was.
/// </summary>
internal sealed class ChainWalk
{
    private AuditBreak? broken;
    private (ChainLink Link, byte[] Computed)? suspect;

    public long Count { get; private set; }

    public byte[] Head { get; private set; } = AuditChain.Origin;

    /// <returns>False when there is nothing left to learn.</returns>
    public bool Step(ChainLink link)
    {
        if (suspect is var (doubted, computed))
        {
            var linkWasChanged = link.Bytes is not null && AuditChain.Link(computed, link.Bytes).AsSpan().SequenceEqual(link.Hash);
            broken = new AuditBreak(linkWasChanged ? AuditBreakKind.LinkChanged : AuditBreakKind.EntryChanged, doubted.Seq, doubted.Entry);
        }
        else if (link.Seq != Count + 1)
        {
            broken = new AuditBreak(AuditBreakKind.LinkMissing, Count + 1, null);
        }
        else if (link.Bytes is null)
        {
            broken = new AuditBreak(AuditBreakKind.EntryMissing, link.Seq, link.Entry);
        }
        else
        {
            Follow(link, AuditChain.Link(Head, link.Bytes));
        }

        return broken is null;
    }

    /// <summary>The break found on the way; a doubt about the very last link counts against its entry.</summary>
    public AuditBreak? End() => broken ?? (suspect is var (doubted, _) ? new AuditBreak(AuditBreakKind.EntryChanged, doubted.Seq, doubted.Entry) : null);

    private void Follow(ChainLink link, byte[] computed)
    {
        if (computed.AsSpan().SequenceEqual(link.Hash))
        {
            (Count, Head) = (link.Seq, computed);
        }
        else
        {
            suspect = (link, computed);
        }
    }
}
