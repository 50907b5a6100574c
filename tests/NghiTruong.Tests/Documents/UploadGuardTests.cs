using System.Buffers.Binary;
using System.Globalization;
using System.Text;

using NghiTruong.Documents.Tables;
using NghiTruong.Documents.Uploads;
using NghiTruong.Texts;

using Xunit;

namespace NghiTruong.Tests.Documents;

public sealed class UploadGuardTests
{
    private static readonly FixtureSheet Ledger = new("Sổ", (1, ["STT", "Nội dung kiến nghị"]), (2, [1, "Sửa đường"]));

    [Fact]
    public void A_plain_workbook_and_a_plain_document_pass_with_their_kind()
    {
        var workbook = UploadGuard.Inspect(LedgerFixtures.Xlsx(Ledger), @"C:\Users\Văn phòng\sổ kiến nghị.XLSX").Value;
        var document = UploadGuard.Inspect(LedgerFixtures.Docx(LedgerFixtures.Paragraph("a")), "công văn.docx").Value;

        Assert.Equal((FileKind.Xlsx, "sổ kiến nghị.XLSX"), (workbook.Kind, workbook.FileName));
        Assert.Equal(FileKind.Docx, document.Kind);
    }

    [Fact]
    public void Fifty_megabytes_are_refused_before_a_byte_is_read()
    {
        using var big = new Unread(50L * 1024 * 1024);

        var refusal = Assert.Single(UploadGuard.Inspect(big, "a.xlsx").Refusals);

        Assert.Equal("file.tooLarge", refusal.Code);
        Assert.Equal(25L, refusal.Values[0]);
    }

    [Theory]
    [InlineData("a.xls", "xlsx", "file.notWhatItSays")]
    [InlineData("a.docx", "xlsx", "file.notWhatItSays")]
    [InlineData("a.pdf", "text", "file.notWhatItSays")]
    [InlineData("a.xls", "html", "file.notWhatItSays")]
    [InlineData("a.csv", "html", "file.notWhatItSays")]
    [InlineData("a.csv", "png", "file.notWhatItSays")]
    [InlineData("a.exe", "text", "file.notSupported")]
    [InlineData("a.xlsx", "zip", "file.notWhatItSays")]
    [InlineData("a.xlsx", "nothing", "file.empty")]
    [InlineData("a.xlsx", "cut", "file.broken")]
    [InlineData("a.pdf", "cutPdf", "file.broken")]
    [InlineData("a.pdf", "lockedPdf", "file.encrypted")]
    [InlineData("a.png", "cutPng", "file.broken")]
    [InlineData("a.png", "hugePng", "file.imageTooLarge")]
    [InlineData("a.xlsx", "macro", "file.macros")]
    [InlineData("a.xlsm", "macroType", "file.macros")]
    [InlineData("a.xlsx", "climbing", "file.unsafeNames")]
    [InlineData("a.xlsx", "rooted", "file.unsafeNames")]
    [InlineData("a.xlsx", "doubled", "file.broken")]
    [InlineData("a.xlsx", "entities", "file.broken")]
    [InlineData("a.docx", "deep", "file.broken")]
    [InlineData("a.xlsx", "lockedOffice", "file.encrypted")]
    [InlineData("a.doc", "oldWord", "file.oldWord")]
    [InlineData("a.xls", "oldMacros", "file.macros")]
    [InlineData("a.xls", "oldLooped", "file.notWhatItSays")]
    [InlineData("a.xls", "oldCut", "file.broken")]
    [InlineData("a.xlsx", "manyEntries", "file.bomb")]
    public void A_hostile_or_broken_file_is_refused_with_its_reason(string name, string content, string code)
    {
        Assert.Equal(code, Assert.Single(UploadGuard.Inspect(Hostile(content), name).Refusals).Code);
    }

    [Fact]
    public void A_bomb_is_found_by_what_it_inflates_to_and_not_by_its_headers()
    {
        var zeros = new string('0', 40_000_000);
        using var bomb = LedgerFixtures.Zip(("[Content_Types].xml", "<Types/>"), ("xl/media/a.bin", zeros));
        var bytes = bomb.ToArray();
        Lie(bytes);

        Assert.Equal("file.bomb", Assert.Single(UploadGuard.Inspect(bomb, "a.xlsx").Refusals).Code);
        Assert.True(UploadGuard.Inspect(new MemoryStream(bytes), "a.xlsx").IsRefused);
    }

    [Theory]
    [InlineData("a.pdf", "pdf", FileKind.Pdf)]
    [InlineData("a.png", "png", FileKind.Png)]
    [InlineData("a.jpeg", "jpeg", FileKind.Jpeg)]
    [InlineData("a.webp", "webp", FileKind.Webp)]
    [InlineData("a.heic", "heic", FileKind.Heic)]
    [InlineData("a.xls", "oldWorkbook", FileKind.Xls)]
    [InlineData("a.csv", "text", FileKind.Csv)]
    public void Evidence_as_offices_send_it_passes(string name, string content, FileKind kind)
    {
        Assert.Equal(kind, UploadGuard.Inspect(Hostile(content), name).Value.Kind);
    }

    [Fact]
    public void A_template_that_fetches_another_is_refused_and_a_document_that_does_is_flagged()
    {
        const string Remote = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/a.dotm" TargetMode="External"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://example.org" TargetMode="External"/></Relationships>""";
        using var file = LedgerFixtures.Docx(LedgerFixtures.Paragraph("a"), ("word/_rels/settings.xml.rels", Remote));

        Assert.Equal("file.externalParts", UploadGuard.Inspect(file, "a.docx", UploadLimits.Template).Refusals[0].Code);
        Assert.Equal(["http://example.org/a.dotm"], UploadGuard.Inspect(file, "a.docx").Value.ExternalParts);
    }

    [Fact]
    public void A_kind_the_caller_does_not_take_is_refused_with_those_it_takes()
    {
        var refusal = Assert.Single(UploadGuard.Inspect(Hostile("png"), "a.png", UploadLimits.Template).Refusals);

        Assert.Equal(("file.notSupported", ".docx"), (refusal.Code, refusal.Values[0]));
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("báo\u202Efdp.cáo.docx", "báofdp.cáo.docx")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    public void A_claimed_name_is_made_safe(string claimed, string safe) => Assert.Equal(safe, UploadGuard.SafeName(claimed));

    [Fact]
    public void Bytes_changed_anywhere_in_a_file_never_make_the_reader_throw()
    {
        var sources = new[] { ("a.xlsx", LedgerFixtures.Xlsx(Ledger).ToArray()), ("a.docx", LedgerFixtures.Docx(LedgerFixtures.WordTable(["a", "b"])).ToArray()), ("a.xls", Hostile("oldWorkbook").ToArray()) };
        var random = new Random(20261122);

        foreach (var (name, whole) in sources)
        {
            for (var round = 0; round < 300; round++)
            {
                var bent = whole.ToArray();
                for (var change = 0; change < 5; change++)
                {
                    bent[random.Next(bent.Length)] = (byte)random.Next(256);
                }

                var read = TableReader.Read(new MemoryStream(bent), name, cancellationToken: TestContext.Current.CancellationToken);

                Assert.True(read.IsRefused || read.Value.Tables.Count > 0);
            }
        }
    }

    [Fact]
    public void Every_refusal_has_its_sentence_in_both_languages()
    {
        var texts = new TextTable(typeof(UploadGuard).Assembly);
        string[] codes =
        [
            "file.empty", "file.tooLarge", "file.notSupported", "file.notWhatItSays", "file.encrypted", "file.bomb", "file.macros", "file.unsafeNames", "file.externalParts",
            "file.oldWord", "file.imageTooLarge", "file.broken", "table.none", "table.tooManyRows", "table.tooLarge", "table.noHeader", "table.reason",
            .. Enum.GetNames<SkipReason>().Select(reason => $"table.skipped.{reason}"),
        ];

        Assert.All(codes, code => Assert.NotNull(texts.Find(code, CultureInfo.GetCultureInfo("vi"))));
        Assert.All(codes, code => Assert.NotEqual(texts.Find(code, CultureInfo.GetCultureInfo("vi")), texts.Find(code, CultureInfo.GetCultureInfo("en"))));
    }

    private static MemoryStream Hostile(string content) => content switch
    {
        "nothing" => new MemoryStream(),
        "text" => Of("STT,Nội dung\n1,Sửa đường\n"),
        "html" => Of("<html><table><tr><td>1</td></tr></table></html>"),
        "pdf" => Of("%PDF-1.7\n1 0 obj\n<</Title(/Encryption is only a word)>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
        "cutPdf" => Of("%PDF-1.7\n1 0 obj"),
        "lockedPdf" => Of("%PDF-1.7\ntrailer<</Root 1 0 R/Encrypt 5 0 R>>\n%%EOF\n"),
        "png" => Png(640, 480, "IEND"),
        "cutPng" => Png(640, 480, ""),
        "hugePng" => Png(60_000, 60_000, "IEND"),
        "jpeg" => new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 1, 224, 2, 128, 1, 1, 17, 0, 0xFF, 0xD9]),
        "webp" => new MemoryStream([.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]),
        "heic" => new MemoryStream([0, 0, 0, 16, .. "ftypheic"u8, 0, 0, 0, 0, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 2, 128, 0, 0, 1, 224]),
        "xlsx" => LedgerFixtures.Xlsx(Ledger),
        "zip" => LedgerFixtures.Zip(("a.txt", "a")),
        "cut" => new MemoryStream(LedgerFixtures.Xlsx(Ledger).ToArray()[..900]),
        "macro" => With(("xl/vbaProject.bin", "x")),
        "macroType" => LedgerFixtures.Zip(("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""")),
        "climbing" => With(("xl/../../../etc/cron.d/a", "x")),
        "rooted" => With(("/etc/a", "x")),
        "doubled" => With(("xl/Workbook.xml", "<workbook/>")),
        "entities" => LedgerFixtures.Zip(("[Content_Types].xml", """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Types>&b;</Types>""")),
        "deep" => LedgerFixtures.Docx(string.Concat(Enumerable.Repeat("<w:sdt>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000))),
        "manyEntries" => LedgerFixtures.Zip([.. Enumerable.Range(0, 5_000).Select(n => ($"a{n}", ""))]),
        "lockedOffice" => Compound("EncryptionInfo", "EncryptedPackage"),
        "oldWord" => Compound("WordDocument"),
        "oldWorkbook" => Compound("Workbook"),
        "oldMacros" => Compound("Workbook", "_VBA_PROJECT_CUR"),
        "oldLooped" => Compound(looped: true, "Nothing"),
        "oldCut" => new MemoryStream(Compound("Workbook").ToArray()[..700]),
        _ => throw new InvalidOperationException(content),
    };

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Png(int width, int height, string end)
    {
        var bytes = new byte[60];
        "\u0089PNG\r\n\u001A\n"u8[2..].CopyTo(bytes.AsSpan(1));
        bytes[0] = 0x89;
        "IHDR"u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        Encoding.ASCII.GetBytes(end).CopyTo(bytes, 50);

        return new MemoryStream(bytes);
    }

    private static MemoryStream With((string Name, string Content) entry)
    {
        using var plain = LedgerFixtures.Xlsx(Ledger);
        using var zip = new System.IO.Compression.ZipArchive(plain);
        var entries = zip.Entries.Select(each =>
        {
            using var reader = new StreamReader(each.Open());

            return (each.FullName, reader.ReadToEnd());
        });

        return LedgerFixtures.Zip([.. entries, entry]);
    }

    internal static MemoryStream Compound(params string[] names) => Compound(looped: false, names);

    /// <summary>The smallest compound file: header, one sector of allocation table, directory sectors of four entries each.</summary>
    private static MemoryStream Compound(bool looped, params string[] names)
    {
        var bytes = new byte[512 * 4];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        bytes[30] = 9;
        bytes.AsSpan(76, 436).Fill(0xFF);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(76), 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(48), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(68), -2);
        bytes.AsSpan(512, 512).Fill(0xFF);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(516), looped ? 1 : -2);
        for (var at = 0; at < names.Length; at++)
        {
            var name = Encoding.Unicode.GetBytes(names[at]);
            name.CopyTo(bytes, 1024 + (at * 128));
            bytes[1024 + (at * 128) + 64] = (byte)(name.Length + 2);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1024 + (at * 128) + 116), 2);
        }

        return new MemoryStream(bytes);
    }

    /// <summary>Writes a small inflated size into every central header.</summary>
    private static void Lie(byte[] bytes)
    {
        for (var at = 0; at + 28 < bytes.Length; at++)
        {
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 24), 100);
            }
        }
    }

    /// <summary>Has a length and fails the test when read.</summary>
    private sealed class Unread(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Read");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Read");
    }
}
