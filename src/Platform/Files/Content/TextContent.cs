using System.Text;

namespace UnionHall.Platform.Files.Content;

/// <summary>Plain text in UTF-8 or GB 18030. Anything that a browser or a shell would run is not text.</summary>
internal static class TextContent
{
    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<?php"];

    static TextContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static bool LooksLikeMarkup(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 4096)]).Replace("\0", "", StringComparison.Ordinal);
        return Markup.Any(tag => head.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    public static void Copy(ReadOnlySpan<byte> text, Stream copy)
    {
        if (LooksLikeMarkup(text) || text.StartsWith("#!"u8) || text.StartsWith("MZ"u8) || HasControls(text) || !(Decodes(text, "utf-8") || Decodes(text, "GB18030")))
        {
            throw FileKinds.Unknown(text);
        }

        copy.Write(text);
    }

    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Decodes(ReadOnlySpan<byte> text, string name)
    {
        try
        {
            Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetCharCount(text);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
