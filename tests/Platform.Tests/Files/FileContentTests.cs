using System.Text;
using UnionHall.Platform.Files.Content;

namespace UnionHall.Platform.Tests.Files;

public sealed class FileContentTests
{
    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "image/jpeg", Samples.Jpeg, "照片.jpg" },
        { "image/png", Samples.Png, "照片.jpg" },
        { "image/gif", Samples.Gif, "a.gif" },
        { "image/webp", Samples.Webp, "a.webp" },
        { "application/pdf", Samples.Pdf, "仲裁书.pdf" },
        { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.Docx(), "a.docx" },
        { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Samples.Xlsx, "工资表.xlsx" },
        { "audio/amr", Samples.Amr, "录音" },
        { "audio/wav", Samples.Wav, "a.wav" },
        { "audio/mp4", Samples.M4a(), "新录音 3.m4a" },
        { "audio/mpeg", Samples.Mp3, "a.mp3" },
        { "text/plain", Encoding.UTF8.GetBytes("老板：下月再说"), "聊天记录.txt" },
        { "text/plain", [0xC0, 0xCF, 0xB0, 0xE5], "聊天记录.txt" },
    };

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "网页", Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"), "a.png" },
        { "网页", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "a.svg" },
        { "网页", Encoding.UTF8.GetBytes("你好 <script>alert(1)</script>"), "a.txt" },
        { "程序", [.. "MZ\x90\0\x03"u8], "setup.jpg" },
        { "程序", [0x7F, .. "ELF"u8], "a" },
        { "程序", [.. "#!/bin/sh"u8], "a.txt" },
        { "压缩包", Samples.Zip(("a.txt", "a")), "a.docx" },
        { "旧版", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "a.doc" },
        { "HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0"u8], "IMG_0001.HEIC" },
        { "视频", Samples.M4a("vide"), "a.mp4" },
        { "宏", Samples.Docx(("word/vbaProject.bin", "x")), "a.docx" },
        { "宏", Samples.Docx(("word/_rels/settings.xml.rels", "<Relationship Type='x/attachedTemplate' TargetMode='External'/>")), "a.docx" },
        { "不能传", [1, 2, 3, 4], "a.jpg" },
        { "不能传", [.. "a\0b"u8], "a.txt" },
        { "不完整", Samples.Docx()[..^30], "a.docx" },
        { "不完整", [.. "%PDF-1.7 cut off"u8], "a.pdf" },
        { "不完整", Samples.Mp3[..300], "a.mp3" },
    };

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "jpg", Samples.Jpeg }, { "png", Samples.Png }, { "gif", Samples.Gif }, { "webp", Samples.Webp },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Of_LooksAtTheContentNotTheName(string mediaType, byte[] content, string name)
    {
        FileKinds.Of(content, name).MediaType.ShouldBe(mediaType);
        Clean(content, name).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Of_WhatIsNotTakenIn_IsRefusedWithAReason(string reason, byte[] content, string name) =>
        Should.Throw<RefusedContentException>(() => Clean(content, name)).Message.ShouldContain(reason);

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Clean_OfACleanPicture_ChangesNothingAndIsStable(string name, byte[] picture)
    {
        var clean = Clean(picture, name);

        Clean(clean, name).ShouldBe(clean);
        if (name != "gif")
        {
            clean.ShouldBe(picture);
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Clean_OfAPictureCutAnywhere_Refuses(string name, byte[] picture)
    {
        for (var length = 12; length < picture.Length; length++)
        {
            Should.Throw<RefusedContentException>(() => Clean(picture[..length], name), $"{length} of {picture.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Clean_OfAnyDamage_EitherRefusesOrAnswers(string name, byte[] picture)
    {
        var chance = new Random(20260918);
        for (var round = 0; round < 3000; round++)
        {
            byte[] damaged = [.. picture];
            for (var hits = chance.Next(1, 6); hits > 0; hits--)
            {
                damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
            }

            try
            {
                Clean(damaged, name);
            }
            catch (RefusedContentException)
            {
                // A refusal is the right answer; any other exception fails the test.
            }
        }
    }

    [Fact]
    public void Clean_PhonePictures_TellNothingButTheOrientation()
    {
        byte[][] cleaned = [Clean(Samples.PhoneJpeg, "a"), Clean(Samples.PhonePng, "a"), Clean(Samples.PhoneWebp, "a")];
        foreach (var picture in cleaned)
        {
            var text = Encoding.Latin1.GetString(picture);
            text.ShouldNotContain("Secret");
            text.ShouldNotContain("GPS");
            var tiff = text.IndexOf("MM\0*", StringComparison.Ordinal);
            tiff.ShouldBeGreaterThan(0);
            Orientation.Read(picture.AsSpan(tiff)).ShouldBe(6);
        }
    }

    [Fact]
    public void Clean_UprightPhonePicture_IsThePlainPicture()
    {
        var tiff = Samples.Exif;
        tiff[19] = 1;
        byte[] phone = [.. Samples.PhoneJpeg];
        phone[phone.AsSpan().IndexOf(Samples.Exif) + 19] = 1;

        Orientation.Only(tiff).ShouldBeNull();
        Clean(phone, "a").ShouldBe(Samples.Jpeg);
    }

    [Fact]
    public void Clean_Recordings_DropWhatTellsTheirMaker()
    {
        byte[] tagged = [.. "ID3\x04\0\0\0\0\0\x0A"u8, .. "SecretName"u8, .. Samples.Mp3, .. "TAG"u8, .. new byte[125]];

        Clean(tagged, "a").ShouldBe(Samples.Mp3);
        Encoding.Latin1.GetString(Clean(Samples.M4a(), "a")).ShouldNotContain("116.4074");
        Clean(Samples.M4a(), "a").Length.ShouldBe(Samples.M4a().Length);
        Encoding.Latin1.GetString(Clean(Samples.Wav, "a")).ShouldNotContain("artist");
    }

    [Fact]
    public void Clean_HugePicture_Refuses()
    {
        byte[] huge = [.. Samples.Gif];
        (huge[6], huge[7], huge[8], huge[9]) = (255, 255, 255, 255);

        Should.Throw<RefusedContentException>(() => Clean(huge, "a")).Message.ShouldContain("像素");
    }

    [Theory]
    [InlineData("工资条.JPG", "工资条.JPG")]
    [InlineData("C:\\我的文档\\工资条.jpg", "工资条.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nSet-Cookie: x\".jpg", "aSet-Cookie x.jpg")]
    [InlineData("\u202Egpj.exe", "gpj.exe")]
    [InlineData("...", "文件.jpg")]
    [InlineData(null, "文件.jpg")]
    [InlineData("\ud800", "文件.jpg")]
    public void Name_IsMadeHarmless(string? given, string expected) => FileName.Clean(given, ".jpg").ShouldBe(expected);

    [Fact]
    public void Name_TooLong_KeepsItsEnding() => FileName.Clean(new string('长', 300) + ".jpg", ".jpg").ShouldBe(new string('长', 116) + ".jpg");

    [Theory]
    [InlineData("a.exe", "image/png", "a.exe.png")]
    [InlineData("a.jpeg", "image/jpeg", "a.jpeg")]
    public void NameForDownload_TellsWhatItReallyIs(string stored, string mediaType, string expected) =>
        FileName.ForDownload(stored, mediaType).ShouldBe(expected);

    [Fact]
    public void Clean_ADocument_ForgetsItsAuthor_AndStillOpens()
    {
        var clean = Clean(Samples.Docx(("docProps/core.xml", "<cp:coreProperties><dc:creator>王大力</dc:creator></cp:coreProperties>"), ("docProps/app.xml", "<Properties><Company>顺达速运</Company></Properties>")), "a.docx");
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(clean));
        var parts = zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
        parts["word/document.xml"].ShouldBe("<w:document/>");
        System.Xml.Linq.XDocument.Parse(parts["docProps/core.xml"]).Root!.IsEmpty.ShouldBeTrue();
        string.Concat(parts.Values).ShouldNotContain("王大力");
        string.Concat(parts.Values).ShouldNotContain("顺达");
    }

    [Theory]
    [InlineData("/Author (Wang (Da\\) li) x)/Title (A)", "/Author (                )/Title (A)")]
    [InlineData("/Author<FEFF738B5927>/Title (A)", "/Author<            >/Title (A)")]
    [InlineData("/Author 12 0 R/Title (A)", "/Author 12 0 R/Title (A)")]
    [InlineData("/Author (cut", "/Author (cut")]
    [InlineData("<x:xmpmeta><dc:creator>Wang</dc:creator></x:xmpmeta>.", "                                                    .")]
    [InlineData("/ByteRange [0 1]/Author (Wang)", "/ByteRange [0 1]/Author (Wang)")]
    public void Clean_APdf_ForgetsItsAuthor_AndNoOffsetMoves(string inside, string left)
    {
        static byte[] Pdf(string body) => Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj<<{body}>>endobj\ntrailer<<>>\n%%EOF\n");
        Encoding.UTF8.GetString(Clean(Pdf(inside), "a.pdf")).ShouldBe(Encoding.UTF8.GetString(Pdf(left)));
    }

    private static byte[] Clean(byte[] content, string name)
    {
        using var clean = new MemoryStream();
        FileKinds.Of(content, name).Clean(content, clean);
        return clean.ToArray();
    }
}
