using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.SendMail.Domain;

/// <summary>Seals and opens what the tables of mail going out hold.</summary>
internal sealed class MailSeal(Vault vault)
{
    private const string PasswordPurpose = "mail-password";
    private const string ContentPurpose = "mail-out";

    public byte[] Password(string password) => vault.Seal(password, PasswordPurpose);

    public string? OpenPassword(byte[]? password) => password is null ? null : vault.Open(password, PasswordPurpose);

    public byte[] Content(OutgoingMail mail) => vault.Seal(JsonSerializer.Serialize(mail, ChangeRecorder.Json), ContentPurpose);

    public OutgoingMail OpenContent(byte[] content) => JsonSerializer.Deserialize<OutgoingMail>(vault.Open(content, ContentPurpose), ChangeRecorder.Json)!;
}
