namespace UnionHall.Platform.Files.Content;

/// <summary>An MP3 recording: two frames in a row prove it (ISO/IEC 11172-3, 13818-3); ID3 tags are left out.</summary>
internal static class Mp3Content
{
    private const int TagLength = 128;
    private static readonly int[] Rates1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44100, 48000, 32000];

    public static bool Looks(ReadOnlySpan<byte> head) => head.StartsWith("ID3"u8) || FrameLength(head) > 0;

    public static void Clean(ReadOnlySpan<byte> recording, Stream clean)
    {
        var sound = recording[Math.Min(recording.Length, LeadingTag(recording))..];
        if (sound.Length > TagLength && sound[^TagLength..].StartsWith("TAG"u8))
        {
            sound = sound[..^TagLength];
        }

        // Padding may stand between the tag and the first frame.
        var start = sound.IndexOfAnyExcept((byte)0);
        var length = start < 0 ? 0 : FrameLength(sound[start..]);
        if (length == 0 || start + length >= sound.Length || FrameLength(sound[(start + length)..]) == 0)
        {
            throw RefusedContentException.Broken();
        }

        clean.Write(sound[start..]);
    }

    private static int LeadingTag(ReadOnlySpan<byte> recording)
    {
        if (recording.Length < 10 || !recording.StartsWith("ID3"u8))
        {
            return 0;
        }

        var size = (recording[6] << 21) | (recording[7] << 14) | (recording[8] << 7) | recording[9];
        return 10 + size + ((recording[5] & 0x10) != 0 ? 10 : 0);
    }

    /// <summary>The length of the layer III frame that starts here, or 0 when none does.</summary>
    private static int FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2 || (frame[1] & 0x18) == 0x08)
        {
            return 0;
        }

        var version1 = (frame[1] & 0x18) == 0x18;
        var (rate, sample) = (frame[2] >> 4, (frame[2] >> 2) & 3);
        if (rate is 0 or 15 || sample == 3)
        {
            return 0;
        }

        var halves = version1 ? 0 : (frame[1] & 0x18) == 0x10 ? 1 : 2;
        var bits = (version1 ? Rates1 : Rates2)[rate - 1] * 1000 * (version1 ? 144 : 72);
        return (bits / (Samples[sample] >> halves)) + ((frame[2] >> 1) & 1);
    }
}
