using UnionHall.Platform.Security.Accounts;

namespace UnionHall.Platform.Tests.Security.Accounts;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("Ab1-xyz", "password-short", "现在 7 个")]
    [InlineData("abcdefgh", "password-simple", "现在只有小写字母")]
    [InlineData("abcdefg1", "password-simple", "小写字母和数字")]
    [InlineData("Wangqiang-2026", "password-has-name", "账号或手机号")]
    [InlineData("P@ssw0rd", "password-common", "太常见")]
    [InlineData("Passw0rd123", "password-common", "太常见")]
    [InlineData("Admin@123", "password-common", "太常见")]
    [InlineData("Aa123456", "password-common", "太常见")]
    [InlineData("1qaz@WSX", "password-common", "太常见")]
    [InlineData("Qwer1234!", "password-common", "太常见")]
    [InlineData("Gonghui2026", "password-common", "太常见")]
    public void Check_WhenARuleIsBroken_SaysWhichInAPlainSentence(string password, string code, string words)
    {
        var refusal = PasswordPolicy.Check(password, "wangqiang");

        refusal.ShouldNotBeNull().Code.ShouldBe(code);
        refusal.Sentence.ShouldContain(words);
        refusal.Field.ShouldBe("Password");
    }

    [Theory]
    [InlineData("Tide-7Lamp")]
    [InlineData("青瓦石榴Ab1xyz")]
    [InlineData("correct horse Battery 7")]
    public void Check_WhenItIsGood_SaysNothing(string password) => PasswordPolicy.Check(password, "wangqiang").ShouldBeNull();

    [Fact]
    public void Check_CountsCharactersAsPeopleDo()
    {
        PasswordPolicy.Check("𠮷𠮷𠮷𠮷Aa1", null).ShouldNotBeNull().Code.ShouldBe("password-short");
        PasswordPolicy.Check("Aa1-" + new string('x', 124), null).ShouldBeNull();
        PasswordPolicy.Check("Aa1-" + new string('x', 125), null).ShouldNotBeNull().Code.ShouldBe("password-long");
    }

    [Fact]
    public void Generate_AlwaysKeepsThePolicyAndNeverRepeats()
    {
        var made = Enumerable.Range(0, 500).Select(_ => Passwords.Generate()).ToList();

        made.ShouldAllBe(password => PasswordPolicy.Check(password, null) == null);
        made.Distinct().Count().ShouldBe(500);
    }
}
