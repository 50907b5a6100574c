using System.Buffers.Binary;
using System.Text;

using NghiTruong.Refusals;

namespace NghiTruong.Documents.Uploads;

/// <summary>
/// Reads the directory of an OLE compound file ([MS-CFB]) as far as needed to tell an old workbook, an old Word document, an encrypted
/// Office file and a file with macros apart. Chains are followed at most once round the file, so a loop ends.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private readonly Stream _content;
    private readonly int _sectorSize;
    private readonly List<uint> _table = [];
    private readonly byte[] _header = new byte[512];

    private CompoundFile(Stream content)
    {
        _content = content;
        _content.Position = 0;
        _content.ReadExactly(_header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(_header.AsSpan(30));
        _sectorSize = shift is 9 or 12 ? 1 << shift : throw new InvalidDataException("Sector size");
        ReadAllocationTable();
    }

    public static Look Look(Stream content)
    {
        var file = new CompoundFile(content);
        var entries = file.Entries();
        if (entries.Exists(entry => entry.Name is "EncryptedPackage" or "EncryptionInfo"))
        {
            return new Refusal("file.encrypted");
        }

        if (entries.Exists(entry => entry.Name is "_VBA_PROJECT_CUR" or "_VBA_PROJECT" or "VBA" or "Macros"))
        {
            return new Refusal("file.macros");
        }

        if (entries.Exists(entry => entry.Name is "WordDocument"))
        {
            return new Refusal("file.oldWord");
        }

        var workbook = entries.Find(entry => entry.Name is "Workbook" or "Book");
        if (workbook is null)
        {
            return Uploads.Look.Unknown;
        }

        return file.HasPassword(workbook) ? new Refusal("file.encrypted") : FileKind.Xls;
    }

    private void ReadAllocationTable()
    {
        var sectors = new List<uint>();
        for (var at = 76; at < 512; at += 4)
        {
            sectors.Add(UInt(_header, at));
        }

        var next = UInt(_header, 68);
        var most = _content.Length / _sectorSize;
        for (var guard = 0; next < LastSector && guard <= most; guard++)
        {
            var more = Sector(next);
            for (var at = 0; at < _sectorSize - 4; at += 4)
            {
                sectors.Add(UInt(more, at));
            }

            next = UInt(more, _sectorSize - 4);
        }

        foreach (var sector in sectors.Where(sector => sector < LastSector).Distinct())
        {
            var part = Sector(sector);
            for (var at = 0; at < _sectorSize; at += 4)
            {
                _table.Add(UInt(part, at));
            }
        }
    }

    private List<Entry> Entries()
    {
        var entries = new List<Entry>();
        var sector = UInt(_header, 48);
        for (var guard = 0; sector < LastSector && guard <= _table.Count; guard++)
        {
            var part = Sector(sector);
            for (var at = 0; at < _sectorSize; at += 128)
            {
                var length = BinaryPrimitives.ReadUInt16LittleEndian(part.AsSpan(at + 64));
                if (length is >= 4 and <= 64)
                {
                    entries.Add(new Entry(Encoding.Unicode.GetString(part, at, length - 2), UInt(part, at + 116)));
                }
            }

            sector = sector < _table.Count ? _table[(int)sector] : LastSector;
        }

        return entries;
    }

    /// <summary>A workbook under a password says so in a FILEPASS record (0x2F) right behind its first record ([MS-XLS] 2.4.117).</summary>
    private bool HasPassword(Entry workbook)
    {
        if (workbook.Start >= LastSector || (workbook.Start + 1L) * _sectorSize >= _content.Length)
        {
            return false;
        }

        var part = Sector(workbook.Start);
        for (var at = 0; at + 4 <= part.Length;)
        {
            var record = BinaryPrimitives.ReadUInt16LittleEndian(part.AsSpan(at));
            if (record == 0x2F)
            {
                return true;
            }

            if (record == 0)
            {
                return false;
            }

            at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(part.AsSpan(at + 2));
        }

        return false;
    }

    private byte[] Sector(uint number)
    {
        var part = new byte[_sectorSize];
        _content.Position = (number + 1L) * _sectorSize;
        if (_content.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) == 0)
        {
            throw new InvalidDataException("Sector beyond the end");
        }

        return part;
    }

    private static uint UInt(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private sealed record Entry(string Name, uint Start);
}
