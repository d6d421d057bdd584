using UnionHall.Requests.Open311;

namespace UnionHall.Requests.Tests.Open311;

public sealed class PublicTextTests
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData("加我微信wx19900001010")]
    [InlineData("打tel19900001010找我")]
    [InlineData("号码是19900001010wx")]
    [InlineData("199.0000.1010")]
    [InlineData("199/0000/1010")]
    [InlineData("199——0000——1010")]
    [InlineData("（199）0000（1010）")]
    [InlineData("QQ 123456789")]
    [InlineData("身份证 110101199003071230")]
    public void NumbersOfPersons_AreTakenOut_HoweverTheyAreWritten(string words) => PublicText.Of(words, null, Today).ShouldNotMatch(@"\d{3}");

    [Theory]
    [InlineData("张经理不让歇", "张")]
    [InlineData("王主任说没钱", "王")]
    [InlineData("李书记开会讲过", "李")]
    [InlineData("张总一直拖着", "张")]
    [InlineData("刘工说的", "刘")]
    [InlineData("赵建国班长记的工", "建国")]
    public void WhoIsCalledByHisOffice_IsTakenOut(string words, string gone) => PublicText.Of(words, null, Today).ShouldNotContain(gone);

    [Theory]
    [InlineData("我叫王大力", "王大力")]
    [InlineData("我叫大力", "王大力")]
    [InlineData("王 大 力写的", "王大力")]
    [InlineData("逄师傅说的", "逄大力")]
    public void TheOwnName_IsTakenOut_InEveryShape(string words, string name)
    {
        var told = PublicText.Of(words, name, Today);
        told.ShouldNotContain("大力");
        told.ShouldNotContain("王");
        told.ShouldNotContain("逄");
    }

    [Theory]
    [InlineData("打 12351 没人接，欠了 3200.50 元，2026 年起。")]
    [InlineData("高温天里工资总是晚发，工会开会说过，总工程还没完工。")]
    public void WhatNamesNobody_Stays(string words) => PublicText.Of(words, "逄大力", Today).ShouldBe(words);
}
