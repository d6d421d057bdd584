using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UnionHall.Messaging.WeChat.Protocol;

namespace UnionHall.Messaging.Tests.WeChat.Protocol;

/// <summary>The vectors of wechat-messages.md and of domain.md §11, and what must not open.</summary>
public sealed class WeChatKeyTests
{
    private const string SampleKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string VectorKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string VectorApp = "wx5823bf96d3bd56c7";
    private const string VectorA = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
    private const string VectorB = "sKqRbbiSUnDhFHOvPjtUMZKo/x1DjkKnHZ+bKiZjrKdchOoKl0t7R6XDLAf9Enn3dOyx0XXw7mlSyoHaFKMDMrp4lYTyhAfm/g9Ji6EfLP9B2OZK0r/buB+DOuoxt/i0";

    private static readonly byte[] Random = "aaaabbbbccccdddd"u8.ToArray();

    [Fact]
    public void VectorA_PaddedWith7_Opens() => Key(VectorKey).Open(VectorA, VectorApp).ShouldBe("1616140317555161061");

    [Fact]
    public void VectorB_PaddedWith22_Opens()
    {
        Should.Throw<CryptographicException>(() => NetsOwnPadding(VectorKey, VectorB));

        Key(VectorKey).Open(VectorB, VectorApp).ShouldBe("<xml><Content>工会</Content></xml>");
    }

    [Fact]
    public void VectorB_IsWhatWeSeal() =>
        Key(VectorKey).Seal("<xml><Content>工会</Content></xml>", VectorApp, "0123456789abcdef"u8).ShouldBe(VectorB);

    [Fact]
    public void SdkSample_WithSpareBitsInItsKey_Opens() =>
        Key(SampleKey).Open(Vectors.SdkEncrypted, Vectors.SdkApp).ShouldBe(Vectors.SdkPlain);

    [Fact]
    public void SdkSample_WithFixedRandom_SealsByteForByte() =>
        Key(SampleKey).Seal("我是中文abcd123", "wxb11529c136998cb6", Random).ShouldBe("jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==");

    [Fact]
    public void EveryPadding_From1To32_OpensAgain()
    {
        var key = Key(VectorKey);
        var sizes = Enumerable.Range(0, 64).Select(length =>
        {
            var text = new string('x', length);
            var secret = key.Seal(text, VectorApp, Random);
            key.Open(secret, VectorApp).ShouldBe(text);
            return Convert.FromBase64String(secret).Length;
        }).ToList();

        sizes.ShouldAllBe(size => size % 32 == 0);
        sizes.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void AnyText_OpensAgain() => Prop.ForAll<string>(text =>
        Key(VectorKey).Open(Key(VectorKey).Seal(text ?? "", VectorApp, Random), VectorApp) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""))).QuickCheckThrowOnFailure();

    [Fact]
    public void AnotherAppId_DoesNotOpen()
    {
        Key(VectorKey).Open(VectorA, "wx5823bf96d3bd56c8").ShouldBeNull();
        Key(VectorKey).Open(VectorA, "x5823bf96d3bd56c7").ShouldBeNull();
        Key(VectorKey).Open(VectorA, "").ShouldBeNull();
    }

    [Fact]
    public void AnotherKey_DoesNotOpen() => Key(SampleKey).Open(VectorA, VectorApp).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("AAAA")]
    [InlineData("P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKk=")]
    [InlineData("工会")]
    public void WhatIsNoBlock_DoesNotOpen(string secret) => Key(VectorKey).Open(secret, VectorApp).ShouldBeNull();

    [Fact]
    public void AnyChangedByte_OfTheLastBlocks_DoesNotOpen()
    {
        var bytes = Convert.FromBase64String(VectorA);
        for (var at = 16; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0xFF;
            Key(VectorKey).Open(Convert.ToBase64String(changed), VectorApp).ShouldNotBe("1616140317555161061");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDE G")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDE=G")]
    public void WhatIsNoKey_IsNone(string? text) => WeChatKey.Read(text).ShouldBeNull();

    private static WeChatKey Key(string text) => WeChatKey.Read(text).ShouldNotBeNull();

    private static byte[] NetsOwnPadding(string key, string secret)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(key + "=");
        return aes.DecryptCbc(Convert.FromBase64String(secret), aes.Key.AsSpan(0, 16), PaddingMode.PKCS7);
    }
}
