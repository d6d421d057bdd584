using System.Text;
using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Security;

namespace UnionHall.Messaging.ReceiveMail.Domain;

/// <summary>Seals and opens what the tables of mail hold.</summary>
internal sealed class MailSeal(Vault vault)
{
    private const string ContentPurpose = "mail-content";
    private const string TokenPurpose = "mail-token";
    private const string SenderPurpose = "mail-sender";
    private const string MessagePurpose = "mail-message-id";
    private const string TrailPurpose = "mail-trail";
    private const string PasswordPurpose = "mail-fetch-password";

    public byte[] Password(string password) => vault.Seal(password, PasswordPurpose);

    public string OpenPassword(byte[] password) => vault.Open(password, PasswordPurpose);

    // A char per byte: nothing is lost, whatever the bytes are.
    public byte[] Content(ReadOnlySpan<byte> bytes) => vault.Seal(Encoding.Latin1.GetString(bytes), ContentPurpose);

    public byte[] OpenContent(byte[] content) => Encoding.Latin1.GetBytes(vault.Open(content, ContentPurpose));

    public byte[] Trail(MailTrail trail) => vault.Seal(JsonSerializer.Serialize(trail, ChangeRecorder.Json), TrailPurpose);

    public MailTrail OpenTrail(byte[] trail) => JsonSerializer.Deserialize<MailTrail>(vault.Open(trail, TrailPurpose), ChangeRecorder.Json)!;

    public byte[] MessagePrint(string id) => vault.Fingerprint(id.Trim('<', '>', ' '), MessagePurpose);

    public byte[] TokenPrint(string token) => vault.Fingerprint(token.ToLowerInvariant(), TokenPurpose);

    /// <summary>Upper and lower case are one sender.</summary>
    public byte[] SenderPrint(string address) => vault.Fingerprint(address.Trim().ToLowerInvariant(), SenderPurpose);
}
