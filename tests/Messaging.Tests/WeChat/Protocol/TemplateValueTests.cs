using FsCheck;
using FsCheck.Fluent;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

/// <summary>Whatever is to be said, WeChat takes it: error 47003 never comes.</summary>
public sealed class TemplateValueTests
{
    [Theory]
    [InlineData("thing1", "拖欠工资", "拖欠工资")]
    [InlineData("thing12", "一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九…")]
    [InlineData("thing1", "加班\r\n没有 工资", "加班 没有 工资")]
    [InlineData("thing1", null, "无")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八👨‍👩‍👧‍👦", "一二三四五六七八九十一二三四五六七八…")]
    [InlineData("phrase3", "等待职工确认结果", "等待职工确")]
    [InlineData("phrase3", "已办结。", "已办结")]
    [InlineData("number1", "约 3,200.50 元", "3200.50")]
    [InlineData("number1", "没有", "0")]
    [InlineData("letter1", "AB-12 c", "ABc")]
    [InlineData("character_string2", "诉 2026-000123", "2026-000123")]
    [InlineData("phone_number4", "0755-8888 1234 转 5678901", "0755-888812345678")]
    [InlineData("name1", "王建华", "王建华")]
    [InlineData("name1", "阿卜杜热合曼·买买提艾力江", "阿卜杜热合曼·买买提")]
    [InlineData("name1", "Anne-Marie Elisabeth O'Neil", "Anne-Marie Elisabeth")]
    [InlineData("amount1", "￥3200.5", "3200.5元")]
    [InlineData("car_number1", "粤B·12345D", "粤B12345D")]
    [InlineData("symbol1", "a★中", "★")]
    public void Fit_Examples(string field, string? value, string fits) => TemplateValue.Fit(field, value).ShouldBe(fits);

    [Fact]
    public void Const_IsOneOfTheList()
    {
        TemplateValue.Fit("const1", "处理中", "待处理", "处理中").ShouldBe("处理中");
        TemplateValue.Fit("const1", "在办", "待处理", "处理中").ShouldBe("待处理");
    }

    [Fact]
    public void Times_AreChinas()
    {
        var at = new DateTimeOffset(2026, 9, 18, 22, 5, 0, TimeSpan.Zero);
        TemplateValue.Fit("time2", at).ShouldBe("2026年9月19日 06:05");
        TemplateValue.Fit("date2", at).ShouldBe("2026年9月19日");
    }

    [Theory]
    [InlineData("thing1", 20)]
    [InlineData("phrase1", 5)]
    [InlineData("number1", 32)]
    [InlineData("letter1", 32)]
    [InlineData("symbol1", 5)]
    [InlineData("character_string1", 32)]
    [InlineData("phone_number1", 17)]
    [InlineData("car_number1", 8)]
    [InlineData("name1", 20)]
    [InlineData("const1", 20)]
    public void AnyText_FitsAndIsNotEmpty(string field, int most) => Prop.ForAll<string>(text =>
        TemplateValue.Fit(field, text + text + text).Length is var length && length >= 1 && length <= most).QuickCheckThrowOnFailure();
}
