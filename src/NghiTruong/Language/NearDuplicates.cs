using System.Runtime.InteropServices;

namespace NghiTruong.Language;

/// <summary>How alike two texts are: shingles of words and their Jaccard similarity, from 0 (nothing shared) to 1. The same on every machine and in every run.</summary>
public static class NearDuplicates
{
    /// <summary>Words per shingle: two tell word order, and survive the rewording of short petitions.</summary>
    public const int WordsPerShingle = 2;

    /// <summary>The distinct shingles of a folded text as sorted 64-bit hashes; a text shorter than one shingle is one, an empty text none.</summary>
    /// <param name="foldedText">A text out of <see cref="VietnameseText.Fold"/>.</param>
    public static ulong[] Shingles(string foldedText, int words = WordsPerShingle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        var hashes = new List<ulong>(foldedText.Length / 4);
        foreach (var word in foldedText.AsSpan().Split(' '))
        {
            if (!foldedText.AsSpan(word).IsEmpty)
            {
                hashes.Add(HashOf(foldedText.AsSpan(word)));
            }
        }

        var size = Math.Min(words, hashes.Count);
        var all = CollectionsMarshal.AsSpan(hashes);
        var shingles = new ulong[size == 0 ? 0 : hashes.Count - size + 1];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = Joined(all.Slice(i, size));
        }

        return SortedDistinct(shingles);
    }

    /// <summary>The Jaccard similarity of two texts as written.</summary>
    public static double Similarity(string a, string b) => Similarity(Shingles(VietnameseText.Fold(a)), Shingles(VietnameseText.Fold(b)));

    /// <summary>The Jaccard similarity of two sorted sets; two empty sets share nothing.</summary>
    public static double Similarity(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared == 0 ? 0 : (double)shared / (a.Length + b.Length - shared);
    }

    /// <summary>SplitMix64: every bit of the result depends on every bit given.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;

        return value ^ (value >> 31);
    }

    internal static ulong Joined(ReadOnlySpan<ulong> hashes)
    {
        var joined = 0x9E3779B97F4A7C15;
        foreach (var hash in hashes)
        {
            joined = Mix((joined * 3) + hash);
        }

        return joined;
    }

    // FNV-1a over UTF-16 units.
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return hash;
    }

    private static ulong[] SortedDistinct(ulong[] values)
    {
        Array.Sort(values);
        var kept = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
            {
                values[kept++] = values[i];
            }
        }

        return kept == values.Length ? values : values[..kept];
    }
}

/// <summary>
/// Finds candidates for near-duplicates without comparing all pairs. A signature keeps the smallest hash of a set under each of
/// <paramref name="bands"/> times <paramref name="rows"/> fixed permutations; texts sharing a band key are candidates, to be confirmed by <see cref="NearDuplicates.Similarity(string, string)"/>.
/// With b bands of r rows, texts of similarity s meet with probability 1 - (1 - s^r)^b: for 16 by 3, 0.38 at s = 0.3, 0.88 at 0.5, 1.00 at 0.7.
/// Changing either number makes stored keys worthless.
/// </summary>
public sealed class MinHash(int bands, int rows)
{
    private readonly ulong[] _seeds = [.. Enumerable.Range(1, bands * rows).Select(i => NearDuplicates.Mix((ulong)i * 0x9E3779B97F4A7C15))];

    /// <summary>What the house stores.</summary>
    public static MinHash House { get; } = new(bands: 16, rows: 3);

    public int Bands => bands;

    /// <summary>One smallest hash per permutation; empty for an empty set.</summary>
    public ulong[] Signature(ReadOnlySpan<ulong> shingles)
    {
        if (shingles.IsEmpty)
        {
            return [];
        }

        var signature = new ulong[_seeds.Length];
        Array.Fill(signature, ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var i = 0; i < signature.Length; i++)
            {
                signature[i] = Math.Min(signature[i], NearDuplicates.Mix(shingle ^ _seeds[i]));
            }
        }

        return signature;
    }

    /// <summary>One 64-bit key per band, the band's number mixed in; none for an empty signature.</summary>
    public long[] BandKeys(ReadOnlySpan<ulong> signature)
    {
        var keys = new long[signature.IsEmpty ? 0 : bands];
        for (var band = 0; band < keys.Length; band++)
        {
            keys[band] = (long)(NearDuplicates.Joined(signature.Slice(band * rows, rows)) ^ NearDuplicates.Mix((ulong)band + 1));
        }

        return keys;
    }

    /// <summary>The band keys of a text as written.</summary>
    public long[] BandKeys(string text) => BandKeys(Signature(NearDuplicates.Shingles(VietnameseText.Fold(text))));
}
