using Microsoft.EntityFrameworkCore;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.Data;

/// <summary>The tables of what helps to answer.</summary>
internal static class AnsweringModel
{
    public static void Configure(ModelBuilder model) => model.Entity<ReplyTemplate>(row =>
    {
        row.Property(one => one.Id).ValueGeneratedNever();
        row.Property(one => one.Use).AsText();
        row.Ignore(one => one.Text);
    });
}
