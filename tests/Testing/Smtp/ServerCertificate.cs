using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UnionHall.Testing.Smtp;

/// <summary>A certificate for 127.0.0.1 that its own authority signed, as servers of an office have it.</summary>
public sealed class ServerCertificate : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromDays(2);

    private ServerCertificate(X509Certificate2 certificate, string key, string authority) => (Certificate, Key, Authority) = (certificate, key, authority);

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its private key as PEM.</summary>
    public string Key { get; }

    /// <summary>The authority's certificate as PEM.</summary>
    public string Authority { get; }

    /// <param name="name">Of the server; 127.0.0.1 and localhost when left out.</param>
    public static ServerCertificate Make(string? name = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var ownKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=Union Hall Test Authority", ownKey, HashAlgorithmName.SHA256);
        own.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var authority = own.CreateSelfSigned(now - Holds, now + Holds);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name ?? "localhost"}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(name));
        using var signed = request.Create(authority, now - TimeSpan.FromHours(1), now + TimeSpan.FromDays(1), RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        // Without the detour the key is not there for a server's side.
        return new ServerCertificate(X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null), key.ExportPkcs8PrivateKeyPem(), authority.ExportCertificatePem());
    }

    public void Dispose() => Certificate.Dispose();

    private static X509Extension Names(string? name)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (name is not null)
        {
            names.AddDnsName(name);
            return names.Build();
        }

        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        return names.Build();
    }
}
