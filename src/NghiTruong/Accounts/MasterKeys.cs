using System.Security.Cryptography;

namespace NghiTruong.Accounts;

/// <summary>
/// The master keys in <c>--keys DIR</c> (0700, shared by nodes, never in a backup): one file, one key a line, <c>ID BASE64</c>, the last one current.
/// Older lines stay until everything under them has been sealed again.
/// </summary>
public sealed class MasterKeys
{
    private const string FileName = "master.keys";
    private const int KeyBytes = 32;
    private readonly string _file;
    private volatile List<(string Id, byte[] Key)> _keys;

    private MasterKeys(string directory)
    {
        Directory = directory;
        _file = Path.Combine(directory, FileName);
        _keys = [];
    }

    public string Directory { get; }

    /// <summary>The key to seal under. Read from the directory each time: another process may have rotated it, and what is sealed under a key forgotten meanwhile is lost.</summary>
    public string CurrentId
    {
        get
        {
            Read();

            return _keys[^1].Id;
        }
    }

    /// <summary>Opens the directory, making it and its first key where there is none. Throws <see cref="IOException"/> when others may read it.</summary>
    public static MasterKeys Open(string directory)
    {
        Private(directory);
        var keys = new MasterKeys(Path.GetFullPath(directory));
        if (!File.Exists(keys._file))
        {
            keys.Write([New()], mustBeNew: true);
        }

        keys.Read();

        return keys;
    }

    /// <summary>Adds a new current key; the older ones still open what they sealed.</summary>
    public void Add()
    {
        Read();
        Write([.. _keys, New()], mustBeNew: false);
        Read();
    }

    /// <summary>Writes another secret beside the master keys, for its owner's eyes only; the first to write it stays.</summary>
    public void WriteNew(string name, string text) => Write(Path.Combine(Directory, name), writer => writer.Write(text), mustBeNew: true);

    /// <summary>Forgets all keys but the current one, once nothing is sealed under them any more.</summary>
    public void ForgetOld()
    {
        Read();
        Write([_keys[^1]], mustBeNew: false);
        Read();
    }

    /// <summary>The key of a purpose under a master key; the directory is read again for an id another node has added. Null when it is unknown.</summary>
    internal byte[]? KeyFor(string id, string purpose)
    {
        var known = _keys.Find(k => k.Id == id);
        if (known.Key is null)
        {
            Read();
            known = _keys.Find(k => k.Id == id);
        }

        return known.Key is null ? null : HKDF.DeriveKey(HashAlgorithmName.SHA256, known.Key, KeyBytes, info: System.Text.Encoding.UTF8.GetBytes(purpose));
    }

    private static (string Id, byte[] Key) New() => (Convert.ToHexString(RandomNumberGenerator.GetBytes(4)), RandomNumberGenerator.GetBytes(KeyBytes));

    private static void Private(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(directory);

            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        System.IO.Directory.CreateDirectory(directory, owner);
        if ((File.GetUnixFileMode(directory) & ~owner) != UnixFileMode.None)
        {
            File.SetUnixFileMode(directory, owner);
        }
    }

    private void Read() => _keys =
    [
        .. File.ReadAllLines(_file)
            .Select(line => line.Split(' '))
            .Where(parts => parts.Length == 2)
            .Select(parts => (parts[0], Convert.FromBase64String(parts[1]))),
    ];

    private void Write(List<(string Id, byte[] Key)> keys, bool mustBeNew) =>
        Write(_file, writer => keys.ForEach(k => writer.WriteLine($"{k.Id} {Convert.ToBase64String(k.Key)}")), mustBeNew);

    private static void Write(string file, Action<StreamWriter> fill, bool mustBeNew)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            fill(writer);
            writer.Flush();
            // A key that was used must be there after a power cut.
            ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: !mustBeNew);
        }
        catch (IOException) when (mustBeNew && File.Exists(file))
        {
            // Another node starting at the same moment was first; its key is the key.
            File.Delete(draft);
        }
    }
}
