using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation.Domain;
using UnionHall.Text;

namespace UnionHall.Organisation.Data;

internal static class EnterpriseQueries
{
    /// <summary>Those whose name, short name or credit code holds every word of the text.</summary>
    public static IQueryable<Enterprise> Holding(this IQueryable<Enterprise> enterprises, string? text)
    {
        foreach (var word in PlainText.SingleLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var pattern = "%" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            enterprises = enterprises.Where(enterprise => EF.Functions.ILike(enterprise.Name, pattern)
                || EF.Functions.ILike(enterprise.ShortName, pattern) || EF.Functions.ILike(enterprise.CreditCode!, pattern));
        }

        return enterprises;
    }
}
