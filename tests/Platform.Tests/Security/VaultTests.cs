using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Platform.Tests.Security;

public sealed class VaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vault").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("13800138000")]
    [InlineData("𠮷野·买买提")]
    public void Open_ReturnsWhatWasSealed(string text)
    {
        var vault = Vault();

        vault.Open(vault.Seal(text, "person-name"), "person-name").ShouldBe(text);
    }

    [Fact]
    public void Seal_SameTextTwice_LooksDifferent() => Vault().Seal("工会", "a").ShouldNotBe(Vault().Seal("工会", "a"));

    [Fact]
    public void Open_ForAnotherPurpose_Refuses()
    {
        var vault = Vault();

        Should.Throw<VaultException>(() => vault.Open(vault.Seal("工会", "person-name"), "person-phone"));
    }

    [Fact]
    public void Open_WhenAnyByteChanged_Refuses()
    {
        var vault = Vault();
        var secret = vault.Seal("工会", "person-name");
        for (var place = 0; place < secret.Length; place++)
        {
            byte[] changed = [.. secret];
            changed[place] ^= 1;
            Should.Throw<VaultException>(() => vault.Open(changed, "person-name"));
        }
    }

    [Fact]
    public void Rotate_ByAnotherProcess_SealsWithTheNewKeyAndOpensTheOld()
    {
        var vault = Vault();
        var old = vault.Seal("工会", "a");
        var print = vault.Fingerprint("工会", "a");

        File().Rotate().ShouldBe(2);

        vault.Open(old, "a").ShouldBe("工会");
        vault.IsCurrent(old).ShouldBeFalse();
        vault.IsCurrent(vault.Seal("工会", "a")).ShouldBeTrue();
        vault.Fingerprint("工会", "a").ShouldBe(print);
    }

    [Fact]
    public void Fingerprint_DependsOnValuePurposeAndKey()
    {
        var vault = Vault();
        var print = vault.Fingerprint("13800138000", "phone");

        print.Length.ShouldBe(32);
        Vault().Fingerprint("13800138000", "phone").ShouldBe(print);
        vault.Fingerprint("13800138001", "phone").ShouldNotBe(print);
        vault.Fingerprint("13800138000", "identity").ShouldNotBe(print);
        new Vault(new KeyRingFile(Options(System.IO.Path.Combine(folder, "other")), TimeProvider.System)).Fingerprint("13800138000", "phone").ShouldNotBe(print);
    }

    [Fact]
    public void KeyFile_IsForItsOwnerOnly()
    {
        Vault().Seal("工会", "a");

        System.IO.File.GetUnixFileMode(File().Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void KeyFile_WhenSharedAndMissing_RefusesInsteadOfMakingASecondRing()
    {
        var options = Options(folder) with { KeysFile = System.IO.Path.Combine(folder, "shared.json") };
        var vault = new Vault(new KeyRingFile(options, TimeProvider.System));

        Should.Throw<VaultException>(() => vault.Seal("工会", "a")).Message.ShouldContain("keys rotate");
    }

    [Fact]
    public async Task KeyFile_WhenManyNodesStartAtOnce_OneRingIsMade()
    {
        var prints = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Vault().Fingerprint("工会", "a"))));

        prints.Select(Convert.ToHexString).Distinct().Count().ShouldBe(1);
    }

    private Vault Vault() => new(File());

    private KeyRingFile File() => new(Options(folder), TimeProvider.System);

    private static DatabaseOptions Options(string data) => new() { DataFolder = data };
}
