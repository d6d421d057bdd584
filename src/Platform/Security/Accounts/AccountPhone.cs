using UnionHall.Text;

namespace UnionHall.Platform.Security.Accounts;

/// <summary>A mobile number as the account table keeps it: sealed, with a keyed hash for exact search.</summary>
internal sealed record SealedPhone(byte[] Sealed, byte[] Print);

/// <summary>Seals the mobile numbers of accounts.</summary>
internal static class AccountPhone
{
    public const string Purpose = "account-phone";

    public static SealedPhone Seal(this Vault vault, Mobile phone) => new(vault.Seal(phone.Number, Purpose), vault.Print(phone));

    public static byte[] Print(this Vault vault, Mobile phone) => vault.Fingerprint(phone.Number, Purpose);
}
