using System.Globalization;
using UnionHall.Platform;
using UnionHall.Platform.Files.Tables;

namespace UnionHall.Organisation.Imports;

/// <summary>A row being read: cells by column name, and errors at the cell.</summary>
internal sealed class ImportLine(TableRow row, IReadOnlyList<(ImportColumn Column, int Place)> columns)
{
    public ImportRow Row { get; } = new(row.Number);

    public bool Failed => Row.Errors.Count > 0;

    public string this[string name] => row.At(Column(name).Place);

    /// <summary>True when the column is there and the cell is not empty.</summary>
    public bool Has(string name) => this[name].Length > 0;

    public void Refuse(string name, string sentence) => Row.Errors.Add(new ImportError(row.Number, Column(name).Column.Heading, sentence));

    public void Refuse(Refusal refusal)
    {
        var column = columns.FirstOrDefault(column => column.Column.Field == refusal.Field).Column;
        Row.Errors.Add(new ImportError(row.Number, column?.Heading, refusal.Sentence));
    }

    /// <summary>The cell, which must not be empty.</summary>
    public string Required(string name)
    {
        if (!Has(name))
        {
            Refuse(name, "这一格不能空。");
        }

        return this[name];
    }

    /// <summary>A day such as 2026-09-18, 2026/9/18 or 2026年9月18日; null when empty or wrong.</summary>
    public DateOnly? Day(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        string[] forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
        if (DateOnly.TryParseExact(this[name], forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(name, $"“{this[name]}”不是日期。请写成 2026-09-18 这样。");
        return null;
    }

    /// <summary>A whole number; null when empty or wrong.</summary>
    public int? Number(string name)
    {
        if (!Has(name))
        {
            return null;
        }

        if (int.TryParse(this[name].Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(name, $"“{this[name]}”不是整数。");
        return null;
    }

    public void Changed(string name, string? before, string? after)
    {
        if ((before ?? "") != (after ?? ""))
        {
            Row.Changes.Add(new FieldChange(Column(name).Column.Heading, before ?? "", after ?? ""));
        }
    }

    private (ImportColumn Column, int Place) Column(string name) => columns.First(column => column.Column.Name == name);
}
