using System.ComponentModel.DataAnnotations;
using UnionHall.Organisation.Domain;

namespace UnionHall.Organisation.Parts;

/// <summary>The fields of an enterprise, for adding and for editing.</summary>
internal sealed class EnterpriseForm
{
    [Required(ErrorMessage = "名称还没填。")]
    public string Name { get; set; } = "";

    public string? ShortName { get; set; }

    public string? CreditCode { get; set; }

    public string? Industry { get; set; }

    /// <summary>The code of the unit that covers it.</summary>
    [Required(ErrorMessage = "选一个管它的工会。")]
    public string Unit { get; set; } = "";

    [Range(0, EnterpriseRules.MostHeads, ErrorMessage = "人数要在 0 到 2,000,000 之间。")]
    public int? Heads { get; set; }

    public EnterpriseDraft Draft() => EnterpriseDraft.Typed(Name, ShortName, CreditCode, Industry);
}

internal sealed record EnterpriseFields(EnterpriseForm Form, UnitPick Pick);
