using Npgsql;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Boxes;

/// <summary>
/// A reader of a box holds there what his own posts over its unit allow him. Without such a post he reads nothing, and who stands in for
/// him neither: a box is opened to persons by name.
/// </summary>
internal sealed class MailBoxGrants(NpgsqlDataSource source, UnitDirectory units) : IGrantAddition, IFrameRead
{
    private const string Own =
        "select box.id, box.name, box.unit_id from mail_box_reader reader join mail_box box on box.id = reader.box_id where reader.account = $1 order by box.address";

    private (AccountId Account, IReadOnlyList<OwnBox>? Boxes) asked;

    public NpgsqlBatchCommand Ask(AccountId account)
    {
        asked = (account, null);
        return Sql.Ask(Own, account.Value);
    }

    public async Task ReadAsync(NpgsqlDataReader rows, CancellationToken stop) => asked.Boxes = await BoxesAsync(rows, stop);

    public async Task<IReadOnlyList<Grant>> AddedAsync(AccountId account, IReadOnlyList<Grant> posts, CancellationToken stop)
    {
        var added = new List<Grant>();
        foreach (var box in asked.Account == account && asked.Boxes is { } known ? known : await BoxesAsync(account, stop))
        {
            var unit = await units.SuccessorAsync(box.Unit, stop);
            var lineage = await units.LineageAsync(unit, stop);
            added.AddRange(posts
                .Where(post => post.DelegatedBy is null && (post.Unit == unit || (post.WholeSubtree && lineage.Any(above => above.UnitId == post.Unit))))
                .Select(post => post.Role).Distinct()
                .Select(role => new Grant(MailRoom.PlaceOf(box.Id), box.Name, role, WholeSubtree: false) { PlaceOf = unit }));
        }

        return added;
    }

    private async Task<IReadOnlyList<OwnBox>> BoxesAsync(AccountId account, CancellationToken stop)
    {
        await using var command = source.Command(Own, account.Value);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await BoxesAsync(reader, stop);
    }

    private static async Task<IReadOnlyList<OwnBox>> BoxesAsync(NpgsqlDataReader rows, CancellationToken stop)
    {
        var boxes = new List<OwnBox>();
        while (await rows.ReadAsync(stop))
        {
            boxes.Add(new OwnBox(new MailBoxId(rows.GetGuid(0)), rows.GetString(1), new UnitId(rows.GetGuid(2))));
        }

        return boxes;
    }

    private sealed record OwnBox(MailBoxId Id, string Name, UnitId Unit);
}
