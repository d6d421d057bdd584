using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Time;

public sealed class HolidayFileTests
{
    [Fact]
    public void Shipped_HoldsTheNoticesOf2024To2026()
    {
        var shipped = HolidayFile.Shipped();
        shipped.Faults.ShouldBeEmpty();
        shipped.Days.Count.ShouldBe(108);
        shipped.Days.Select(d => d.DocumentYear).Distinct().ShouldBe([2024, 2025, 2026]);
    }

    [Fact]
    public void ReadCsv_TakesColumnsInAnyOrderWithMarkAndWindowsLineEnds()
    {
        var file = HolidayFile.ReadCsv("\uFEFFname,Date,is_off_day\r\n元旦,2026/1/1,1\r\n\"元旦\",2026-01-04,false\r\n\r\n");
        file.Faults.ShouldBeEmpty();
        file.Days.ShouldBe([new(new(2026, 1, 1), "元旦", true, 2026), new(new(2026, 1, 4), "元旦", false, 2026)]);
    }

    [Theory]
    [InlineData("2026-13-01,元旦,1,2026", "日期要像 2026-10-01，现在是“2026-13-01”。")]
    [InlineData("2026-01-01, ,1,2026", "缺少节日名称。")]
    [InlineData("2026-01-01,元旦,放,2026", "是否放假要写 1（放假）或 0（调休上班）。")]
    [InlineData("2026-01-01,元旦", "是否放假要写 1（放假）或 0（调休上班）。")]
    [InlineData("2026-01-01,元旦,1,2028", "2026-01-01 不会出现在 2028 年的安排里。")]
    [InlineData("2026-05-01,劳动节,1,2026", "2026-05-01 与第 2 行重复。")]
    public void ReadCsv_OfABadRow_SaysWhichAndWhyAndReadsTheOthers(string row, string sentence)
    {
        var file = HolidayFile.ReadCsv($"date,name,is_off_day,schedule_year\n2026-05-01,劳动节,1,2026\n{row}\n2026-05-02,劳动节,1,2026");
        file.Faults.ShouldBe([new(3, sentence)]);
        file.Days.Count.ShouldBe(2);
    }

    [Fact]
    public void ReadCsv_OfAllNoticesSince2007_FindsNoFault()
    {
        var file = HolidayFile.ReadCsv(ReferenceHolidays());
        file.Faults.ShouldBeEmpty();
        file.Days.Select(d => d.DocumentYear).Distinct().ShouldBe(Enumerable.Range(2007, 20));
        file.Days.Where(d => d.DocumentYear >= 2024).ShouldBe(HolidayFile.Shipped().Days);
    }

    [Fact]
    public void ReadCsv_WithoutTheHeading_SaysSo() =>
        HolidayFile.ReadCsv("2026-05-01,劳动节,1").Faults.ShouldBe([new(1, "第一行要有 date、name、is_off_day 三个列名。")]);

    [Fact]
    public void ReadJson_OfAYear_TakesTheNoticeYearFromTheFile()
    {
        var file = HolidayFile.ReadJson("""
            {"$schema": "x", "year": 2023, "papers": [], "days": [
              {"name": "元旦", "date": "2022-12-31", "isOffDay": true},
              {"name": "春节", "date": "2023-01-28", "isOffDay": false},
              {"name": "春节", "date": "2023-01-27"}]}
            """);
        file.Days.ShouldBe([new(new(2022, 12, 31), "元旦", true, 2023), new(new(2023, 1, 28), "春节", false, 2023)]);
        file.Faults.ShouldBe([new(3, "是否放假要写 1（放假）或 0（调休上班）。")]);
    }

    [Theory]
    [InlineData("{\"year\": 2027, \"days\": []}", "文件里没有日子，这一年的安排可能还没公布。")]
    [InlineData("[]", "文件里要有 year（年份）和 days（日子的列表）。")]
    [InlineData("{\"year\": 2027,", "文件不是完整的 JSON，第 1 行读不下去。")]
    public void ReadJson_WhenItIsNoYearFile_SaysSo(string text, string sentence)
    {
        var file = HolidayFile.ReadJson(text);
        file.Faults.ShouldBe([new(0, sentence)]);
        file.Days.ShouldBeEmpty();
    }

    /// <summary>Lies beside the repository on the project's own machines only.</summary>
    private static string ReferenceHolidays()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "reference", "holidays_cn.csv");
            if (File.Exists(path))
            {
                return File.ReadAllText(path);
            }
        }

        Assert.Skip("holidays_cn.csv is not here");
        return "";
    }
}
