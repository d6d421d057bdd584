using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Data;

namespace UnionHall.Requests.Catalogue;

/// <summary>A service that passed every check of its shape.</summary>
internal sealed record ServiceDraft(
    string Name, MatterType MatterType, string Category, string Description, int Limit, Urgency Urgency, string RouteTo,
    IReadOnlyList<Visibility> Visibility, IReadOnlyList<Question> Questions, bool NeedsApproval, IReadOnlyList<ServiceCheck> Checks, DateOnly From, DateOnly? To, string Basis)
{
    public Service ToService(string code, int position, UnitId? receiver, DateTimeOffset now) => new Service
    {
        Id = SortableId.Next(now),
        Code = code,
        Name = Name,
        Description = Description,
        MatterType = MatterType,
        Category = Category,
        Questions = JsonSerializer.Serialize(Questions, ChangeRecorder.Json),
        NeedsApproval = NeedsApproval,
        Checks = CheckBook.Write(Checks),
        LimitWorkingDays = Limit,
        Urgency = Urgency,
        RouteTo = RouteTo,
        Receiver = receiver,
        Visibility = [.. Visibility.Select(EnumText.Code)],
        ValidFrom = From,
        Basis = Basis,
    }.At(position).Until(To);
}
