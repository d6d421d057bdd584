using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnionHall.Platform.Security;

namespace UnionHall.Requests.Domain;

/// <summary>Which share of the closed requests of one kind is followed up, from a day on.</summary>
internal sealed class SamplingRule
{
    public Guid Id { get; init; }

    public FollowUpReason Reason { get; init; }

    /// <summary>Code of a service; null: of any.</summary>
    public string? Service { get; init; }

    /// <summary>A unit with all below it; null: any.</summary>
    public UnitId? UnitId { get; init; }

    public int Percent { get; private set; }

    /// <summary>Days between the end and the first call.</summary>
    public int WaitDays { get; private set; }

    /// <summary>Within how many working days after that it is to be called.</summary>
    public int WorkingDays { get; private set; }

    public DateOnly ValidFrom { get; init; }

    public string Basis { get; private set; } = "";

    public SamplingRule With(int percent, int waitDays, int workingDays, string basis)
    {
        (Percent, WaitDays, WorkingDays, Basis) = (percent, waitDays, workingDays, basis);
        return this;
    }

    public bool IsSame(SamplingRule other) => Reason == other.Reason && Service == other.Service && UnitId == other.UnitId;

    public bool Draws(RequestId request, int round) => Lot(request, round) < Percent;

    /// <summary>0 to 99, the same whenever and wherever it is worked out, so that a draw can be recounted: sha256 of "key:round", first two bytes.</summary>
    public static int Lot(RequestId request, int round) =>
        BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"{request.Value}:{round}"))) % 100;
}
