using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace UnionHall.Platform.Security;

/// <summary>ASP.NET's keys for cookies and tokens, in the database and sealed, so that every node opens what another one made.</summary>
internal sealed class DataProtectionKeys(NpgsqlDataSource source, Vault vault, TimeProvider clock) : IXmlRepository
{
    private const string Purpose = "data-protection-key";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var all = new List<XElement>();
        using var command = source.CreateCommand("select sealed_xml from data_protection_key order by created_at, name");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            all.Add(XElement.Parse(vault.Open(reader.GetFieldValue<byte[]>(0), Purpose)));
        }

        return all;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand(
            """
            insert into data_protection_key (name, sealed_xml, created_at) values ($1, $2, $3)
            on conflict (name) do update set sealed_xml = excluded.sealed_xml
            """);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = vault.Seal(element.ToString(SaveOptions.DisableFormatting), Purpose) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.ExecuteNonQuery();
    }
}
