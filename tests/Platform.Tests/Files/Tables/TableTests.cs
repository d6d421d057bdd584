using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UnionHall.Platform.Files.Tables;

namespace UnionHall.Platform.Tests.Files.Tables;

public sealed class TableTests
{
    private static readonly TableColumn[] Columns = [new("编码"), new("名称"), new("种类", ["街道", "基层"]), new("人数")];

    static TableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("UTF-8", "")]
    [InlineData("UTF-8", "\uFEFF")]
    [InlineData("GB18030", "")]
    [InlineData("UTF-16", "\uFEFF")]
    public void Read_Csv_TellsItsEncoding(string encoding, string mark) =>
        Lines(Encoding.GetEncoding(encoding).GetBytes(mark + "编码,名称\r\n01,𠮷林街道㙍总工会\r\n")).ShouldBe(["1:编码|名称", "2:01|𠮷林街道㙍总工会"]);

    [Fact]
    public void Read_Csv_UnderstandsQuotesLineBreaksAndSkipsEmptyRows() =>
        Lines("a,b\n\"x,\"\"y\"\"\n z\",2\r\n,\r  3 ,4"u8.ToArray()).ShouldBe(["1:a|b", "2:x,\"y\"\n z|2", "4:3|4"]);

    [Theory]
    [InlineData("a\tb\n1\t2")]
    [InlineData("a;b\n1;2")]
    public void Read_Csv_FindsTheSeparator(string text) => Lines(Encoding.UTF8.GetBytes(text)).ShouldBe(["1:a|b", "2:1|2"]);

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, ".xls")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00 }, "打不开")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF }, "认不出来")]
    [InlineData(new byte[] { 0x61, 0x2C, 0x22, 0x62 }, "引号")]
    public void Read_WhatIsNoTable_SaysWhatToDo(byte[] bytes, string words) =>
        Should.Throw<TableRefusedException>(() => Lines(bytes)).Message.ShouldContain(words);

    [Fact]
    public void Read_OverTheLimits_Refuses()
    {
        var limits = new TableLimits(Rows: 2, Columns: 2, CellLength: 5, UnpackedBytes: 100);
        Should.Throw<TableRefusedException>(() => Lines("a\nb\nc"u8.ToArray(), limits)).Message.ShouldContain("2 行");
        Should.Throw<TableRefusedException>(() => Lines("a,b,c,d"u8.ToArray(), limits)).Message.ShouldContain("2 列");
        Should.Throw<TableRefusedException>(() => Lines("abcdefg"u8.ToArray(), limits)).Message.ShouldContain("5 个字");
        Should.Throw<TableRefusedException>(() => Lines(Workbook(), limits)).Message.ShouldContain("太大");
    }

    [Fact]
    public void Csv_WrittenAndRead_IsTheSame_AndNoFormulaRuns()
    {
        using var stream = new MemoryStream();
        using (var writer = TableWriter.Csv(stream, Columns))
        {
            Fill(writer);
        }

        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldStartWith("\uFEFF编码,名称,种类,人数\r\n");
        text.ShouldContain("'=HYPERLINK");
        text.ShouldContain(",-5\r\n");
        Lines(stream.ToArray()).ShouldBe(Expected);
    }

    [Fact]
    public void Xlsx_WrittenAndRead_IsTheSame_AndIsAValidWorkbook()
    {
        var bytes = Workbook();
        Lines(bytes).ShouldBe(Expected);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description).ShouldBeEmpty();
    }

    [Fact]
    public void Xlsx_DatesNumbersAndSharedStrings_ReadAsPeopleSeeThem()
    {
        using var stream = new MemoryStream(Workbook());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Replace(archive, "xl/worksheets/sheet1.xml", """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c r="A3" s="2"><v>46283</v></c><c r="C3"><v>412</v></c><c r="D3"><v>9.1350100000000001E+17</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="str"><f>A1</f><v>算出来的</v></c></row></sheetData></worksheet>
                """);
            Replace(archive, "xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="176"/></cellXfs></styleSheet>
                """);
        }

        Lines(stream.ToArray()).ShouldBe(["3:2026-09-18||412|913501000000000010|是|算出来的"]);
    }

    [Fact]
    public void HeadedTable_FindsColumnsByAnyOfTheirNames()
    {
        var table = HeadedTable.Open(new MemoryStream("Code, 名称 \n1,甲"u8.ToArray()));
        table.Find("编码", "code").ShouldBe(0);
        table.Find("名称").ShouldBe(1);
        table.Find("种类").ShouldBe(-1);
        table.Rows.ToList().ShouldHaveSingleItem().At(table.Find("名称")).ShouldBe("甲");
        Should.Throw<TableRefusedException>(() => HeadedTable.Open(new MemoryStream()));
    }

    private static readonly string[] Expected =
        ["1:编码|名称|种类|人数", "2:0101|=HYPERLINK(\"http://x\")|街道|412", "3:02|两行\n的<名>&\"称\"|2026-09-18|-5"];

    private static void Fill(TableWriter writer)
    {
        writer.Write("0101", "=HYPERLINK(\"http://x\")", "街道", 412);
        writer.Write("02", "两行\n的<名>&\"称\"", new DateOnly(2026, 9, 18), -5);
    }

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var writer = TableWriter.Xlsx(stream, "单位", Columns))
        {
            Fill(writer);
        }

        return stream.ToArray();
    }

    private static void Replace(ZipArchive archive, string path, string xml)
    {
        archive.GetEntry(path)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(xml);
    }

    private static List<string> Lines(byte[] bytes, TableLimits? limits = null) =>
        [.. TableReader.Read(new MemoryStream(bytes), limits).Select(row => $"{row.Number}:{string.Join('|', row.Cells)}")];
}
