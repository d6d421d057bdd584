using UnionHall.Organisation.Data;
using UnionHall.Organisation.Domain;

namespace UnionHall.Organisation.Imports;

/// <summary>Carries out the rows of a file of enterprises.</summary>
internal sealed class EnterprisePlanning(ImportRun run, EnterpriseMatch match, OrganisationDb db)
{
    private readonly Dictionary<EnterpriseId, int> rows = [];

    public void Take(ImportLine line, EnterpriseDraft draft)
    {
        line.Row.Label = draft.Name;
        line.Required("name");
        var unit = Unit(line);
        var heads = line.Number("head_count");
        var countedOn = line.Day("counted_on") ?? run.From;
        if (line.Failed || unit is null)
        {
            return;
        }

        var known = match.Find(draft);
        if (known is not null && rows.TryGetValue(known.Id, out var first))
        {
            line.Refuse(draft.CreditCode is null ? "name" : "credit_code", $"和第 {first} 行是同一家企业。");
            return;
        }

        var enterprise = known is null ? Add(line, draft, unit) : Change(line, known, draft, unit);
        if (enterprise is not null && heads is { } total)
        {
            Count(line, enterprise, countedOn, total);
        }

        if (enterprise is not null)
        {
            rows[enterprise.Id] = line.Row.Number;
            line.Row.Subject = enterprise.Id.Value;
            line.Row.After = ImportImage.Of(enterprise.State());
        }
    }

    private UnitRow? Unit(ImportLine line)
    {
        var code = line.Required("unit_code");
        if (code.Length == 0)
        {
            return null;
        }

        var unit = run.Tree.FindByCode(code) is { } found && run.Tree.Covers(run.Actor, found.UnitId) ? run.Tree.Row(found.UnitId) : null;
        if (unit is null)
        {
            line.Refuse("unit_code", $"没有编码是 {code} 的单位，或者它不在您管理的范围里。");
        }

        return unit;
    }

    private Enterprise? Add(ImportLine line, EnterpriseDraft draft, UnitRow unit)
    {
        var made = Enterprise.Add(draft, unit);
        if (made.Refusal is { } refusal)
        {
            line.Refuse(refusal);
            return null;
        }

        db.Enterprises.Add(made.Value!);
        match.Add(made.Value!);
        line.Row.IsNew = true;
        return made.Value;
    }

    private Enterprise? Change(ImportLine line, Enterprise known, EnterpriseDraft typed, UnitRow unit)
    {
        if (!run.Tree.Covers(run.Actor, known.UnitId))
        {
            line.Refuse(UnitRules.OutOfReach);
            return null;
        }

        var draft = new EnterpriseDraft(
            typed.Name, line.Has("short_name") ? typed.ShortName : known.ShortName, typed.CreditCode ?? known.CreditCode, typed.Industry ?? known.Industry);
        line.Row.Before = ImportImage.Of(known.State());
        line.Changed("name", known.Name, draft.Name);
        line.Changed("short_name", known.ShortName, draft.ShortName);
        line.Changed("credit_code", known.CreditCode, draft.CreditCode);
        line.Changed("unit_code", run.Tree.Find(known.UnitId)?.Code, unit.Unit.Code);
        line.Changed("industry", known.Industry, draft.Industry);
        if (known.Change(draft, unit).Refusal is { } refusal)
        {
            line.Refuse(refusal);
            return null;
        }

        return known;
    }

    private void Count(ImportLine line, Enterprise enterprise, DateOnly on, int total)
    {
        var before = enterprise.HeadCounts.FirstOrDefault(count => count.CountedOn == on)?.Total;
        if (before == total)
        {
            return;
        }

        line.Changed("head_count", before is { } was ? $"{was}" : "", $"{total}（{on:yyyy-MM-dd}）");
        if (enterprise.Count(on, total, run.Today).Refusal is { } refusal)
        {
            line.Refuse(refusal);
        }
    }
}
