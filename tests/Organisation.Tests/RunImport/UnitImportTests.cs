using System.Text;
using UnionHall.Organisation.RollBackImport;
using UnionHall.Organisation.RunImport;
using UnionHall.Platform;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.RunImport;

public sealed class UnitImportTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Headings = "编码,全称,简称,种类,上级编码,生效日期\n";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Given given = new(site);

    private UnitDirectory Units => (UnitDirectory)site.Services.GetService(typeof(UnitDirectory))!;

    [Fact]
    public async Task ChildrenBeforeParents_AreOpenedAllTheSame()
    {
        var city = await CityAsync();
        var outcome = await LoadAsync($"{Headings}{city}-11,甲街道总工会,,街道（乡镇）总工会,{city}-1,\n{city}-1,甲区总工会,甲区,district,{city},2021-03-01");
        outcome.Errors.ShouldBeEmpty();
        outcome.Added.ShouldBe(2);
        var street = (await Units.FindByCodeAsync($"{city}-11", stop)).ShouldNotBeNull();
        (await Units.LineageAsync(street.UnitId, stop)).Select(unit => unit.Code).ShouldBe([$"{city}-11", $"{city}-1", city]);
        street.ShortName.ShouldBe("甲街道总工会");
    }

    [Fact]
    public async Task EveryError_NamesItsRowAndColumn_AndNothingIsDone()
    {
        var city = await CityAsync();
        var outcome = await LoadAsync(Headings
            + $"{city}-1,甲区总工会,,区总,{city},\n"
            + $"{city}-2,,,district,nowhere,2026-13-01\n"
            + $"{city}-3,丙区总工会,,district,{city},\n"
            + $"{city}-3,丙区总工会,,district,{city},\n"
            + $"{city}-4,丁组,,team,{city},\n"
            + $"{city}-5,戊区总工会,,district,{city}-6,\n"
            + $"{city}-6,己区总工会,,district,{city}-5,\n");
        outcome.Errors.Select(error => $"{error.Row}{error.Column}").ShouldBe(
            ["2种类", "3上级编码", "3全称", "3生效日期", "5编码", "6种类", "7上级编码", "8上级编码"], ignoreOrder: true);
        (await Units.FindByCodeAsync($"{city}-3", stop)).ShouldBeNull();
    }

    [Fact]
    public async Task KnownUnits_AreRenamedMovedAndReclassified_OrLeft()
    {
        var city = await CityAsync();
        await LoadAsync($"{Headings}{city}-1,甲区总工会,甲区,district,{city},\n{city}-2,乙区总工会,乙区,district,{city},\n{city}-11,甲街道总工会,甲街,street,{city}-1,\n");
        var outcome = await LoadAsync($"{Headings}{city}-1,甲区总工会,甲区,district,{city},\n{city}-11,新街道总工会,甲街,park,{city}-2,\n");

        (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Missing).ShouldBe((0, 1, 1, 0));
        var street = (await Units.FindByCodeAsync($"{city}-11", stop)).ShouldNotBeNull();
        (street.Name, street.Kind).ShouldBe(("新街道总工会", UnitKind.Park));
        (await Units.LineageAsync(street.UnitId, stop)).Select(unit => unit.Code).ShouldBe([$"{city}-11", $"{city}-2", city]);
    }

    [Fact]
    public async Task SwappingParentAndChild_InOneFile_Works()
    {
        var city = await CityAsync();
        await LoadAsync($"{Headings}{city}-1,甲甲,甲,federation,{city},\n{city}-2,乙乙,乙,federation,{city}-1,\n");
        (await LoadAsync($"{Headings}{city}-1,甲甲,甲,federation,{city}-2,\n{city}-2,乙乙,乙,federation,{city},\n")).Errors.ShouldBeEmpty();
        var below = (await Units.FindByCodeAsync($"{city}-1", stop)).ShouldNotBeNull();
        (await Units.LineageAsync(below.UnitId, stop)).Select(unit => unit.Code).ShouldBe([$"{city}-1", $"{city}-2", city]);
    }

    [Fact]
    public async Task DryRun_ChangesNothing()
    {
        var city = await CityAsync();
        (await LoadAsync($"{Headings}{city}-1,甲区总工会,,district,{city},\n", dryRun: true)).Added.ShouldBe(1);
        (await Units.FindByCodeAsync($"{city}-1", stop)).ShouldBeNull();
    }

    [Fact]
    public async Task MissingUnits_AreCounted_AndLeftAlone()
    {
        var city = await CityAsync();
        await LoadAsync($"{Headings}{city}-1,甲区总工会,,district,{city},\n{city}-2,乙区总工会,,district,{city},\n");
        var outcome = await LoadAsync($"{Headings}{city},青川市总工会,市总工会,federation,,\n{city}-1,甲区总工会,甲区总工会,district,{city},\n");
        outcome.Errors.ShouldBeEmpty();
        outcome.Missing.ShouldBe(1);
        (await Units.FindByCodeAsync($"{city}-2", stop)).ShouldNotBeNull().IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task ByAnAdministrator_StaysInTheSubtree()
    {
        var city = await CityAsync();
        await LoadAsync($"{Headings}{city}-1,甲区总工会,,district,{city},2020-01-01\n{city}-2,乙区总工会,,district,{city},\n");
        var actor = await given.AdministratorAsync((await Units.FindByCodeAsync($"{city}-1", stop))!.UnitId);

        (await LoadAsync($"{Headings}{city}-11,甲街道,,street,{city}-1,\n{city}-111,甲厂工会,,primary,{city}-11,\n", actor: actor)).Errors.ShouldBeEmpty();
        (await LoadAsync($"{Headings}{city}-21,乙街道,,street,{city}-2,\n", actor: actor)).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("不在您管理的范围");
        (await LoadAsync($"{Headings}{city}-11,甲街道,,street,{city}-2,\n", actor: actor)).Errors.ShouldHaveSingleItem();
        (await LoadAsync($"{Headings}{city}-9,新市总工会,,federation,,\n", actor: actor)).Errors.ShouldHaveSingleItem().Column.ShouldBe("上级编码");
    }

    [Fact]
    public async Task WhatIsNoTable_IsToldSo()
    {
        (await LoadAsync("编码,全称\n1,2")).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("“种类”、“上级编码”");
        (await LoadAsync("")).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("空的");
    }

    [Fact]
    public async Task RollBack_PutsEverythingBack()
    {
        var city = await CityAsync();
        await LoadAsync($"{Headings}{city}-1,甲区总工会,甲区,district,{city},\n{city}-2,乙区总工会,乙区,district,{city},\n{city}-11,甲街道总工会,甲街,street,{city}-1,\n");
        site.Clock.Advance(TimeSpan.FromDays(2));
        var before = await HistoryAsync($"{city}-11");
        var batch = await ApplyAsync($"{Headings}{city}-11,新街道总工会,甲街,park,{city}-2,\n{city}-12,丙街道总工会,,street,{city}-1,\n");
        site.Clock.Advance(TimeSpan.FromDays(1));

        (await RollBackAsync(batch)).Refusal.ShouldBeNull();

        (await HistoryAsync($"{city}-11")).ShouldBe(before);
        (await Units.FindByCodeAsync($"{city}-12", stop)).ShouldBeNull();
        (await LoadAsync($"{Headings}{city}-12,丙街道总工会,,street,{city}-1,\n")).Added.ShouldBe(1);
        (await RollBackAsync(batch)).Refusal.ShouldNotBeNull().Code.ShouldBe("not-applied");
    }

    [Fact]
    public async Task RollBack_WhenAUnitWasChangedSince_Refuses()
    {
        var city = await CityAsync();
        var batch = await ApplyAsync($"{Headings}{city}-1,甲区总工会,甲区,district,{city},\n");
        await LoadAsync($"{Headings}{city}-1,改名区总工会,甲区,district,{city},\n");
        (await RollBackAsync(batch)).Refusal.ShouldNotBeNull().Code.ShouldBe("changed-since");
    }

    [Fact]
    public async Task RollBack_WhenAUnitIsInUse_Refuses()
    {
        var city = await CityAsync();
        var batch = await ApplyAsync($"{Headings}{city}-1,甲区总工会,甲区,district,{city},\n");
        await given.StaffAsync((await Units.FindByCodeAsync($"{city}-1", stop))!.UnitId, Role.Handler, from: given.Today);
        (await RollBackAsync(batch)).Refusal.ShouldNotBeNull().Code.ShouldBe("changed-since");
    }

    private async Task<string> CityAsync()
    {
        var code = Given.FreshCode();
        await given.UnitAsync(code: code);
        return code;
    }

    private async Task<string> HistoryAsync(string code)
    {
        var unit = (await Units.FindByCodeAsync(code, stop))!;
        var days = Enumerable.Range(-5, 6).Select(given.Today.AddDays);
        var lines = new List<string> { unit.ToString() };
        foreach (var day in days)
        {
            lines.AddRange((await Units.LineageAtAsync(unit.UnitId, day, stop)).Select(above => $"{above.Code} {above.Name}"));
        }

        return string.Join('\n', lines.Distinct(StringComparer.Ordinal));
    }

    private Task<ImportOutcome> LoadAsync(string csv, bool dryRun = false, Actor? actor = null) =>
        site.WithAsync<OrganisationImport, ImportOutcome>(import => import.LoadAsync(
            ImportKind.Units, new MemoryStream(Encoding.UTF8.GetBytes(csv)), "units.csv", actor ?? Given.Console, given.Today, dryRun, stop));

    private Task<Guid> ApplyAsync(string csv) => site.WithAsync<RunImportHandler, Guid>(async handler =>
    {
        var id = await handler.UploadAsync(Given.Console, ImportKind.Units, "units.csv", Encoding.UTF8.GetBytes(csv), given.Today, stop);
        (await handler.ApplyAsync(Given.Console, id.Value, stop)).Refusal.ShouldBeNull();
        return id.Value;
    });

    private Task<Result> RollBackAsync(Guid batch) =>
        site.WithAsync<RollBackImportHandler, Result>(handler => handler.HandleAsync(Given.Console, batch, null, stop));
}
