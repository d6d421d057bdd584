using Npgsql;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Tests.Jobs;

namespace UnionHall.Platform.Tests.Audit;

/// <summary>Whatever is done to the log behind the site's back is found. Each test undoes its crime.</summary>
public sealed class AuditChainTests(JobSite site) : IClassFixture<JobSite>, IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await site.RingAsync($"钟声 {i}");
        }

        await site.SealAuditAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnUntouchedChain_IsSound_AndCountsEveryEntry()
    {
        var verdict = await VerifyAsync();

        verdict.Broken.ShouldBeNull();
        verdict.Count.ShouldBe(await site.AskAsync<long>("select count(*) from audit_entry"));
        verdict.Head.Length.ShouldBe(64);
        (await site.WithAsync<AuditVerifier, AuditVerdict?>(verifier => verifier.LastAsync(stop))).ShouldBe(verdict);
    }

    [Theory]
    [InlineData("at", "at + interval '1 microsecond'")]
    [InlineData("account", "gen_random_uuid()")]
    [InlineData("actor_name", "actor_name || ' '")]
    [InlineData("address", "''")]
    [InlineData("what", "upper(what)")]
    [InlineData("subject_kind", "subject_kind || 's'")]
    [InlineData("subject_id", "gen_random_uuid()")]
    [InlineData("reason", "''")]
    [InlineData("data", "replace(data, '1', '2')")]
    public async Task AChangedColumn_IsFound(string column, string change)
    {
        var (seq, id) = await SecondAsync();
        await TamperAsync($"create table kept as select * from audit_entry where id = '{id}'; update audit_entry set {column} = {change} where id = '{id}'");

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync($"update audit_entry e set {column} = kept.{column} from kept where e.id = kept.id; drop table kept");
        broken.ShouldBe(new AuditBreak(AuditBreakKind.EntryChanged, seq, id));
        (await VerifyAsync()).Broken.ShouldBeNull();
    }

    [Fact]
    public async Task EveryColumn_IsInTheChain()
    {
        var columns = await site.AskAsync<string>("select string_agg('e.' || column_name, ', ' order by ordinal_position) from information_schema.columns where table_name = 'audit_entry'");

        AuditChain.EntryBytes.ShouldBe($"record_send(row({columns}))");
    }

    [Fact]
    public async Task AnEntryUnderAnotherKey_IsFound()
    {
        var (seq, id) = await SecondAsync();
        await TamperAsync($"update audit_entry set id = '00000000-0000-0000-0000-000000000001' where id = '{id}'");

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync($"update audit_entry set id = '{id}' where id = '00000000-0000-0000-0000-000000000001'");
        broken.ShouldBe(new AuditBreak(AuditBreakKind.EntryMissing, seq, id));
    }

    [Fact]
    public async Task ARemovedEntry_IsFound()
    {
        var (seq, id) = await SecondAsync();
        await TamperAsync($"create table kept as select * from audit_entry where id = '{id}'; delete from audit_entry where id = '{id}'");

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync("insert into audit_entry select * from kept; drop table kept");
        broken.ShouldBe(new AuditBreak(AuditBreakKind.EntryMissing, seq, id));
    }

    [Theory]
    [InlineData("update audit_link set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where seq = {0}", AuditBreakKind.LinkChanged, 0)]
    [InlineData("delete from audit_link where seq = {0}", AuditBreakKind.LinkMissing, 0)]
    [InlineData("update audit_link set seq = 1000000 where seq = {0}", AuditBreakKind.LinkMissing, 0)]
    [InlineData("delete from audit_link where seq = {0}; update audit_link set seq = seq - 1000 where seq > {0}; update audit_link set seq = seq + 999 where seq < 0", AuditBreakKind.EntryChanged, 0)]
    public async Task AMeddledLink_IsFound(string crime, AuditBreakKind kind, int after)
    {
        var (seq, _) = await SecondAsync();
        await TamperAsync("create table kept as select * from audit_link; " + string.Format(crime, seq));

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync("delete from audit_link; insert into audit_link select * from kept; drop table kept");
        broken.ShouldNotBeNull().Kind.ShouldBe(kind);
        broken.Seq.ShouldBe(seq + after);
        (await VerifyAsync()).Broken.ShouldBeNull();
    }

    [Fact]
    public async Task ATailCutOffWithItsEntries_ContradictsAnEarlierVerification()
    {
        var before = await VerifyAsync();
        await TamperAsync($"""
            create table kept as select * from audit_link; create table kept_entry as select e.* from audit_entry e join audit_link l on l.entry_id = e.id where l.seq = {before.Count};
            delete from audit_entry where id in (select id from kept_entry); delete from audit_link where seq = {before.Count}
            """);

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync("delete from audit_link; insert into audit_link select * from kept; insert into audit_entry select * from kept_entry; drop table kept, kept_entry");
        broken.ShouldBe(new AuditBreak(AuditBreakKind.Rewritten, before.Count, null));
    }

    [Fact]
    public async Task EntriesThatWaitedWhileTheSiteStoodStill_AreLinkedBeforeTheDailyVerification()
    {
        await site.RingAsync("钟声之前");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.WithAsync<VerifyAudit>(job => job.RunAsync(stop));

        (await site.WithAsync<AuditVerifier, AuditVerdict?>(verifier => verifier.LastAsync(stop)))!.Broken.ShouldBeNull();
    }

    [Fact]
    public async Task AnEntryThatNeverWasQueued_IsFoundAfterAMinute()
    {
        await TamperAsync($"insert into audit_entry (id, at, actor_name, what, subject_kind, subject_id, data) values ('00000000-0000-0000-0000-00000000000a', '{site.Clock.GetUtcNow():O}', 'x', 'x', 'x', gen_random_uuid(), '{{}}')");
        (await VerifyAsync()).Broken.ShouldBeNull();
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        var broken = (await VerifyAsync()).Broken;

        await TamperAsync("delete from audit_entry where id = '00000000-0000-0000-0000-00000000000a'");
        broken.ShouldBe(new AuditBreak(AuditBreakKind.Unsealed, null, Guid.Parse("00000000-0000-0000-0000-00000000000a")));
    }

    [Theory]
    [InlineData("update audit_entry set reason = 'x'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    [InlineData("update audit_link set seq = seq + 1")]
    [InlineData("delete from audit_link")]
    [InlineData("truncate audit_link")]
    [InlineData("delete from audit_check")]
    public async Task Changing_IsRefusedByTheDatabase(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => site.ExecuteAsync(sql))).MessageText.ShouldContain("only ever appended");

    [Fact]
    public async Task ManySealersAtOnce_MakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => site.RingAsync($"齐鸣 {i}")).Concat(Enumerable.Range(0, 10).Select(_ => Sealing())));
        await site.SealAuditAsync();

        (await VerifyAsync()).Broken.ShouldBeNull();
        (await site.AskAsync<long>("select count(*) from audit_waiting")).ShouldBe(0);

        async Task<Guid> Sealing()
        {
            await site.SealAuditAsync();
            return Guid.Empty;
        }
    }

    private Task<AuditVerdict> VerifyAsync() => site.WithAsync<AuditVerifier, AuditVerdict>(verifier => verifier.VerifyAsync(stop));

    private async Task<(long Seq, Guid Id)> SecondAsync() => (2, await site.AskAsync<Guid>("select entry_id from audit_link where seq = 2"));

    private async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString + ";Pooling=false;Minimum Pool Size=0");
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("set session_replication_role = replica; " + sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
