using System.Globalization;
using System.Text;

namespace UnionHall.Messaging.SendMail.Format;

/// <summary>Writes one text part in seven bits, so that no relay has a reason to change it: quoted-printable where it is mostly ASCII, else base64.</summary>
internal static class BodyWriter
{
    private const int LongestLine = 76;
    private const int BytesOfALine = 57;

    /// <summary>One byte in so many may be foreign before base64 is the shorter.</summary>
    private const int Foreign = 6;

    public static void Write(StringBuilder text, string type, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n"));
        var isQuoted = bytes.Count(one => one > '~') * Foreign <= bytes.Length;
        text.Append("Content-Type: ").Append(type).Append("; charset=utf-8\r\nContent-Transfer-Encoding: ").Append(isQuoted ? "quoted-printable" : "base64").Append("\r\n\r\n");
        if (isQuoted)
        {
            Quoted(text, bytes);
        }
        else
        {
            Base64(text, bytes);
        }
    }

    private static void Base64(StringBuilder text, byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += BytesOfALine)
        {
            text.Append(Convert.ToBase64String(bytes.AsSpan(at, Math.Min(BytesOfALine, bytes.Length - at)))).Append("\r\n");
        }
    }

    private static void Quoted(StringBuilder text, byte[] bytes)
    {
        var column = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (IsLineEnd(bytes, at))
            {
                text.Append("\r\n");
                column = 0;
                at++;
                continue;
            }

            var piece = Piece(bytes, at, column);
            // The last column belongs to the "=" that joins the lines.
            if (column + piece.Length > LongestLine - 1)
            {
                text.Append("=\r\n");
                column = 0;
                piece = Piece(bytes, at, column);
            }

            text.Append(piece);
            column += piece.Length;
        }

        text.Append(column > 0 ? "\r\n" : "");
    }

    /// <summary>Blanks at the end of a line and dots and "From" at its beginning are changed by some on the way.</summary>
    private static string Piece(byte[] bytes, int at, int column)
    {
        var one = bytes[at];
        var isPlain = one is > (byte)' ' and <= (byte)'~' and not (byte)'=' && !(column == 0 && (one is (byte)'.' or (byte)'F'));
        var isBlank = (one is (byte)' ' or (byte)'\t') && at + 1 < bytes.Length && !IsLineEnd(bytes, at + 1);
        return isPlain || isBlank ? ((char)one).ToString() : "=" + one.ToString("X2", CultureInfo.InvariantCulture);
    }

    private static bool IsLineEnd(byte[] bytes, int at) => bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n';
}
