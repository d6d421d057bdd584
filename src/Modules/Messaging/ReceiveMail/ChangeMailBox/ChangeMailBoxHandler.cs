using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Messaging.ReceiveMail.Boxes;
using UnionHall.Messaging.ReceiveMail.Data;
using UnionHall.Messaging.ReceiveMail.Domain;
using UnionHall.Organisation;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;
using UnionHall.Text;

namespace UnionHall.Messaging.ReceiveMail.ChangeMailBox;

/// <summary>Opens a box, changes it, or puts it out of use; names who reads it.</summary>
internal sealed class ChangeMailBoxHandler(MailDb db, MailBoxBook book, PossibleReaders readers, UnitDirectory units, AccountDirectory accounts, SettingLog log, TimeProvider clock)
{
    private static readonly Refusal Meanwhile = new("setting-changed-meanwhile", "您打开以后，别人改过这个信箱。请重新打开，看过新的再改。");
    private static readonly Refusal Taken = new("mail-address-taken", "这个地址已经是别的信箱了，换一个。", nameof(ChangeMailBoxForm.Address));

    /// <summary>All that is wrong with it; nothing when it was done.</summary>
    public async Task<IReadOnlyList<Refusal>> HandleAsync(Actor actor, ChangeMailBoxForm form, CancellationToken stop)
    {
        var refused = new List<Refusal>();
        var before = await book.FindAsync(actor, form.Box, stop);
        if (form.Box is not null && (before is null || await log.MeanwhileAsync(MailBoxBook.Area, before.Id.ToString(), form.Seen, stop) is not null))
        {
            return [Meanwhile];
        }

        var typed = TypedMailBox.Read(form, refused);
        var basis = Basis.Read(form.Basis);
        var unit = before?.UnitId ?? await UnitAsync(actor, form.Unit, refused, stop);
        var named = unit is { } owner ? await NamedAsync(form, owner, refused, stop) : new([], new Dictionary<AccountId, string>());
        refused.AddRange(new[] { basis.Refusal }.OfType<Refusal>());
        if (refused.Count > 0)
        {
            return refused;
        }

        var lines = await LinesAsync(before, typed, form, named, stop);
        return lines.Count == 0
            ? [new Refusal("mail-box-same", "和现在的一样，没有要改的。", nameof(form.Address))]
            : await SaveAsync(actor, before ?? db.Boxes.Add(MailBox.Open(unit!.Value, clock.GetUtcNow())).Entity, typed, form, named, (before is null ? "新开" : "改动", basis.Value!, lines), stop);
    }

    private async Task<IReadOnlyList<Refusal>> SaveAsync(
        Actor actor, MailBox box, TypedMailBox typed, ChangeMailBoxForm form, Named named, (string What, string Basis, IReadOnlyList<SettingLine> Lines) entry, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        box.Change(typed.Address, typed.Name, form.HasPlus, !form.IsClosed, now);
        box.LetRead(named.Readers, now);
        log.Add(actor, new SettingEntry(MailBoxBook.Area, box.Id.ToString(), entry.What, null, entry.Basis, entry.Lines));
        try
        {
            await db.SaveAsync(actor, stop);
            return [];
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
        {
            return [problem is DbUpdateConcurrencyException ? Meanwhile : Taken];
        }
    }

    private async Task<UnitId?> UnitAsync(Actor actor, string? typed, List<Refusal> refused, CancellationToken stop)
    {
        var text = PlainText.SingleLine(typed);
        var found = text.Length == 0 ? [] : await units.FindByCodeAsync(text, stop) is { } coded ? [coded]
            : (await units.SearchAsync(text, null, 50, stop)).Where(unit => unit.Name == text || unit.ShortName == text).ToList();
        if (found is [{ IsOpen: true } one] && await book.CoversAsync(actor, one.UnitId, stop))
        {
            return one.UnitId;
        }

        refused.Add(new Refusal("mail-unit", text.Length == 0 ? "哪个单位的信箱还没写。" : found.Count > 1 ? $"叫“{text}”的不止一个，填编码。" : $"您管的单位里没有“{text}”，填单位的全称或编码。", nameof(ChangeMailBoxForm.Unit)));
        return null;
    }

    private async Task<Named> NamedAsync(ChangeMailBoxForm form, UnitId unit, List<Refusal> refused, CancellationToken stop)
    {
        var possible = await readers.OfAsync(unit, stop);
        var userNames = (await accounts.OfAsync([.. possible.Select(one => one.AccountId)], stop)).ToDictionary(one => one.Key, one => one.Value.UserName);
        var chair = TypedMailBox.People(form.Chair, nameof(form.Chair), possible, userNames, refused);
        var clerks = TypedMailBox.People(form.Clerks, nameof(form.Clerks), possible, userNames, refused);
        if (chair.Count != 1 && !refused.Exists(one => one.Field == nameof(form.Chair)))
        {
            refused.Add(new Refusal("mail-chair", chair.Count == 0 ? "主席还没写：信是写给谁的，就写谁。" : "主席只写一位，别的同志写在下面。", nameof(form.Chair)));
        }

        return new Named(
            [.. chair.Select(one => (one.AccountId, true)).Concat(clerks.Except(chair).Select(one => (one.AccountId, false))).DistinctBy(one => one.AccountId)],
            possible.ToDictionary(one => one.AccountId, one => one.Name));
    }

    private async Task<IReadOnlyList<SettingLine>> LinesAsync(MailBox? before, TypedMailBox after, ChangeMailBoxForm form, Named named, CancellationToken stop)
    {
        var then = before is null ? new Dictionary<AccountId, AccountSummary>() : await accounts.OfAsync([.. before.Readers.Select(reader => reader.Account)], stop);
        string? Then(bool isChair) => before is null ? null : Names(before.Readers.Where(reader => reader.IsChair == isChair).Select(reader => then.GetValueOrDefault(reader.Account)?.Name));
        string Now(bool isChair) => Names(named.Readers.Where(reader => reader.IsChair == isChair).Select(reader => named.Names.GetValueOrDefault(reader.Account)));
        return SettingLine.Of(
        [
            ("信箱地址", before?.Address, after.Address),
            ("名称", before?.Name, after.Name),
            ("主席", Then(true), Now(true)),
            ("代看的同志", Then(false), Now(false)),
            ("带加号的地址", before is null ? null : Known(before.HasPlus), Known(form.HasPlus)),
            ("在用", before is null ? null : Say(before.IsOpen), Say(!form.IsClosed)),
        ]);
    }

    private static string Names(IEnumerable<string?> names) => string.Join('、', names.OfType<string>().Order(StringComparer.Ordinal));

    private static string Known(bool hasPlus) => hasPlus ? "收得到" : "收不到";

    private static string Say(bool isOpen) => isOpen ? "在用" : "停用";

    private sealed record Named(IReadOnlyList<(AccountId Account, bool IsChair)> Readers, IReadOnlyDictionary<AccountId, string> Names);
}
