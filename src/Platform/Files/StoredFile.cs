using UnionHall.Platform.Data;
using UnionHall.Platform.Files.Content;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Files;

/// <summary>
/// One uploaded file. Its content lies on the disk under its SHA-256; equal contents lie there once. Belongs to
/// nothing until something claims it, and is swept when nothing does.
/// </summary>
public sealed class StoredFile
{
    public FileId Id { get; init; }

    public required byte[] Sha256 { get; init; }

    /// <summary>Bytes, after cleaning.</summary>
    public long Size { get; init; }

    /// <summary>What the content is, found by looking at it.</summary>
    public required string MediaType { get; init; }

    /// <summary>The name its sender gave it, made harmless.</summary>
    public required string OriginalName { get; set; }

    public DateTimeOffset UploadedAt { get; init; }

    public AccountId? UploadedBy { get; internal set; }

    /// <summary>Hash of the browser session that uploaded it, so that a visitor may see and use his own.</summary>
    public byte[]? SessionHash { get; internal set; }

    /// <summary>Keyed fingerprint of the network address (purpose "upload-address").</summary>
    public byte[]? AddressHash { get; internal set; }

    public string? SubjectKind { get; private set; }

    public Guid? SubjectId { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>What it belongs to; null while unclaimed.</summary>
    public Subject? Subject => SubjectKind is null ? null : new Subject(SubjectKind, SubjectId!.Value);

    public FileSummary Summary => new(Id, OriginalName, MediaType, Size, UploadedAt);

    internal void Claim(Subject subject, DateTimeOffset now) => (SubjectKind, SubjectId, ClaimedAt) = (subject.Kind, subject.Id, now);

    /// <summary>Another name, with the ending of the old one.</summary>
    internal void Rename(string name) => OriginalName = name + Path.GetExtension(OriginalName);

    internal void ForgetSender() => (UploadedBy, SessionHash, AddressHash) = (null, null, null);
}

/// <summary>What pages need to show a file.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">The name its sender gave it.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="UploadedAt">When it came.</param>
public sealed record FileSummary(FileId Id, string Name, string MediaType, long Size, DateTimeOffset UploadedAt)
{
    /// <summary>True for pictures, which may be shown in place.</summary>
    public bool IsPhoto => FileKinds.IsPhoto(MediaType);

    /// <summary>Where it is downloaded; with "?inline" a picture is shown instead.</summary>
    public string Url => $"/files/{Id}/{Uri.EscapeDataString(FileName.ForDownload(Name, MediaType))}";
}
