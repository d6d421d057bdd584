using System.Text;
using UnionHall.Organisation.ExportTable;
using UnionHall.Platform.Files.Tables;
using UnionHall.Testing;

namespace UnionHall.Organisation.Tests.RunImport;

/// <summary>The files of the demo city go in, and what comes out goes in again without a change.</summary>
public sealed class DemoFilesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly DateOnly From = new(2020, 1, 1);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnitsEnterprisesAndPosts_RoundTrip()
    {
        await LoadAsync(ImportKind.Units, DemoFile("units.csv"), added: true);
        await LoadAsync(ImportKind.Enterprises, DemoFile("enterprises.csv"), added: true);
        foreach (var (userName, name) in Staff().Take(40))
        {
            await site.StaffAsync(userName, name);
        }

        var posts = await File.ReadAllLinesAsync(Path.Combine(DemoFolder, "staff.csv"), stop);
        await LoadAsync(ImportKind.Posts, Encoding.UTF8.GetBytes(string.Join('\n', posts.Take(41))), added: true);

        foreach (var kind in ImportKinds.All)
        {
            foreach (var workbook in new[] { true, false })
            {
                await LoadAsync(kind, await ExportAsync(kind, workbook), added: false);
            }
        }
    }

    [Theory]
    [InlineData(ImportKind.Units)]
    [InlineData(ImportKind.Posts)]
    [InlineData(ImportKind.Enterprises)]
    public async Task Template_HasTheColumnsAndNoRows(ImportKind kind)
    {
        using var stream = new MemoryStream();
        await site.WithAsync<ExportTableHandler>(handler =>
        {
            handler.WriteTemplate(kind, workbook: true, stream);
            return Task.CompletedTask;
        });
        stream.Position = 0;
        TableReader.Read(stream).ShouldHaveSingleItem().Cells.Count.ShouldBeGreaterThan(5);
    }

    private static string DemoFolder => Path.Combine(Repository.Root, "src", "App", "Demo");

    private static byte[] DemoFile(string name) => File.ReadAllBytes(Path.Combine(DemoFolder, name));

    private static IEnumerable<(string UserName, string Name)> Staff() =>
        File.ReadLines(Path.Combine(DemoFolder, "staff.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1])).Distinct();

    private async Task LoadAsync(ImportKind kind, byte[] file, bool added)
    {
        var outcome = await site.WithAsync<OrganisationImport, ImportOutcome>(
            import => import.LoadAsync(kind, new MemoryStream(file), "x", Given.Console, From, dryRun: false, stop));
        outcome.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        (outcome.Added > 0).ShouldBe(added);
        outcome.Changed.ShouldBe(0);
        outcome.Missing.ShouldBe(0);
    }

    private async Task<byte[]> ExportAsync(ImportKind kind, bool workbook)
    {
        using var stream = new MemoryStream();
        await site.WithAsync<ExportTableHandler, int>(handler => handler.WriteAsync(Given.Console, kind, workbook, stream, stop));
        return stream.ToArray();
    }
}
