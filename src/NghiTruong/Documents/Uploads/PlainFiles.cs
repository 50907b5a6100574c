using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

using NghiTruong.Refusals;

namespace NghiTruong.Documents.Uploads;

/// <summary>A PDF: whole (has an end) and not under a password.</summary>
internal static partial class PdfFile
{
    public static Look Look(Stream content)
    {
        var bytes = Bytes.All(content);
        if (bytes.AsSpan().LastIndexOf("%%EOF"u8) < 0)
        {
            return new Refusal("file.broken");
        }

        // The trailer and the cross-reference stream's dictionary are never compressed, so the key is found as plain bytes.
        for (var at = 0; ; at++)
        {
            var next = bytes.AsSpan(at).IndexOf("/Encrypt"u8);
            if (next < 0)
            {
                return FileKind.Pdf;
            }

            at += next;
            if (Encrypted().IsMatch(Encoding.Latin1.GetString(bytes, at, Math.Min(40, bytes.Length - at))))
            {
                return new Refusal("file.encrypted");
            }
        }
    }

    [GeneratedRegex(@"^/Encrypt\s*(\d+\s+\d+\s+R|<<)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encrypted();
}

/// <summary>Plain text under a .csv name, in UTF-8 or UTF-16 with its mark.</summary>
internal static class TextFile
{
    public static Look Look(Stream content, string claimedName)
    {
        if (FileKinds.ClaimedBy(claimedName) is not FileKind.Csv)
        {
            return Uploads.Look.Unknown;
        }

        var text = Read(Bytes.All(content));
        if (text is null || text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
        {
            return Uploads.Look.Unknown;
        }

        return text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal) ? Uploads.Look.Unknown : FileKind.Csv;
    }

    public static string? Read(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2),
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 3, bytes.Length - 3),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>A picture whose header can be read and whose size is one that a viewer survives.</summary>
internal static class ImageFile
{
    public static Look Look(Stream content, UploadLimits limits)
    {
        var bytes = Bytes.All(content);
        var (kind, width, height) = Measure(bytes);
        if (kind is null)
        {
            return Uploads.Look.Unknown;
        }

        if (width <= 0 || height <= 0)
        {
            return new Refusal("file.broken");
        }

        if (width > limits.MaxImageSide || height > limits.MaxImageSide || width * height > limits.MaxImagePixels)
        {
            return new Refusal("file.imageTooLarge", null, width, height);
        }

        return kind.Value;
    }

    private static (FileKind? Kind, long Width, long Height) Measure(byte[] bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => Jpeg(bytes),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png(bytes),
        [0x52, 0x49, 0x46, 0x46, ..] => Webp(bytes),
        _ => Heic(bytes),
    };

    private static (FileKind? Kind, long Width, long Height) Jpeg(byte[] bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                break;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // Frame headers are C0..CF without the tables C4, C8 and CC (ITU T.81, table B.1).
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (FileKind.Jpeg, Big16(bytes, at + 7), Big16(bytes, at + 5));
            }

            at += 2 + Big16(bytes, at + 2);
        }

        return (FileKind.Jpeg, 0, 0);
    }

    private static (FileKind? Kind, long Width, long Height) Png(byte[] bytes) =>
        bytes.Length > 33 && bytes.AsSpan(12, 4).SequenceEqual("IHDR"u8) && bytes.AsSpan().LastIndexOf("IEND"u8) > 0
            ? (FileKind.Png, Big32(bytes, 16), Big32(bytes, 20))
            : (FileKind.Png, 0, 0);

    private static (FileKind? Kind, long Width, long Height) Webp(byte[] bytes)
    {
        if (bytes.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) + 8L > bytes.Length + 1L)
        {
            return (FileKind.Webp, 0, 0);
        }

        return bytes[15] switch
        {
            (byte)'X' => (FileKind.Webp, 1 + Little24(bytes, 24), 1 + Little24(bytes, 27)),
            (byte)'L' => (FileKind.Webp, 1 + (Little24(bytes, 21) & 0x3FFF), 1 + ((BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(21)) >> 14) & 0x3FFF)),
            _ => (FileKind.Webp, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(26)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(28)) & 0x3FFF),
        };
    }

    private static (FileKind? Kind, long Width, long Height) Heic(byte[] bytes)
    {
        var brand = Encoding.ASCII.GetString(bytes, 8, Math.Min(4, bytes.Length - 8));
        if (brand is not ("heic" or "heix" or "heim" or "heis" or "mif1" or "msf1" or "hevc"))
        {
            return (null, 0, 0);
        }

        // Sizes stand in 'ispe' boxes (ISO/IEC 23008-12, 6.5.3); tiles have their own, the picture has the largest.
        long width = 0, height = 0;
        for (var at = 0; bytes.AsSpan(at).IndexOf("ispe"u8) is var next and >= 0; at += next + 4)
        {
            var box = at + next;
            if (box + 16 <= bytes.Length)
            {
                width = Math.Max(width, Big32(bytes, box + 8));
                height = Math.Max(height, Big32(bytes, box + 12));
            }
        }

        return (FileKind.Heic, width, height);
    }

    private static int Big16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static long Big32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static long Little24(byte[] bytes, int at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}

internal static class Bytes
{
    /// <summary>The whole content; the guard has already held it under the size limit.</summary>
    public static byte[] All(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);

        return bytes;
    }
}
