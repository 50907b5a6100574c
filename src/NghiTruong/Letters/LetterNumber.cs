using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>Number and notation of a document sent out: <c>35</c> and <c>HĐND-VP</c>. Numbers start anew each year, for each notation.</summary>
public sealed partial record LetterNumber(string Number, string Notation)
{
    /// <summary>What the clerk typed: <c>35</c> beside a notation, or the whole <c>35/HĐND-VP</c> in the box of the number.</summary>
    /// <returns>Refusals <c>letter.numberWrong</c>, <c>letter.notationMissing</c>, <c>letter.notationWrong</c>.</returns>
    public static Result<LetterNumber> Parse(string number, string? notation)
    {
        var typed = VietnameseText.Nfc(number).Trim();
        if (typed.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
        {
            (typed, notation) = (typed[..slash].Trim(), typed[(slash + 1)..]);
        }

        if (!Digits().IsMatch(typed))
        {
            return new Refusal("letter.numberWrong", "Number", number);
        }

        var named = NotationOf(notation);

        return named.IsRefused ? Result<LetterNumber>.Refuse(named.Refusals) : new LetterNumber(typed, named.Value);
    }

    /// <summary>The same for a document numbered outside, which may show a number alone.</summary>
    public static Result<LetterNumber> ParseSeen(string number, string? notation) =>
        Parse(number, notation) is { IsRefused: true, Refusals: [{ Code: "letter.notationMissing" }] } ? new LetterNumber(number.Trim(), "") : Parse(number, notation);

    public static Result<string> NotationOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new Refusal("letter.notationMissing", "Notation");
        }

        var notation = VietnameseText.Nfc(typed).Trim().Replace('–', '-').ToUpperInvariant();

        return Notations().IsMatch(notation) ? notation : new Refusal("letter.notationWrong", "Notation", typed);
    }

    /// <summary><c>2026|HĐND-VP|35</c>: leading zeros and case do not make another number.</summary>
    public string KeyIn(int year) => $"{year:0000}|{Notation}|{Number.TrimStart('0').ToLowerInvariant()}";

    [GeneratedRegex("^0*[1-9][0-9]{0,5}[a-zđA-ZĐ]?$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Digits();

    // Also "2026/NQ-HĐND" of normative documents.
    [GeneratedRegex(@"^((19|20)[0-9]{2}/)?\p{Lu}[\p{Lu}0-9]*([-.&/]\p{Lu}[\p{Lu}0-9]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Notations();
}

/// <summary>Our own series of numbers, where the office wants it: per council, notation and year, from a first number on; a new year starts at 1.</summary>
public sealed class NumberSeries : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required string Notation { get; init; }

    public required int Year { get; init; }

    /// <summary>The first number we gave; those before it stand in the paper register.</summary>
    public required int First { get; init; }
}

/// <summary>Gives numbers and guards them against doubles; whoever numbers in a series waits for the one before to commit.</summary>
internal static class LetterNumbering
{
    /// <summary>The number typed from the register.</summary>
    /// <returns>Refusal <c>letter.numberTaken</c>, naming what holds it.</returns>
    public static async Task<Result<LetterNumber>> TypedAsync(Work work, OfficialLetter letter, LetterNumber number, DateOnly on, CancellationToken ct)
    {
        // Drawing nothing still locks the series until the operation ends.
        await CodeSeries.NextAsync(work.Db, SeriesOf(letter.CouncilId, number.Notation, on.Year), 0, ct);

        return await HolderAsync(work, letter, number.KeyIn(on.Year), ct) is { } holder
            ? new Refusal("letter.numberTaken", "Number", $"{number.Number}/{number.Notation}", holder.Abstract)
            : number;
    }

    /// <summary>The next of our own series, passing over numbers that were typed.</summary>
    /// <returns>Refusal <c>letter.numberMissing</c> where the office keeps no series of ours for this notation.</returns>
    public static async Task<Result<LetterNumber>> NextAsync(Work work, OfficialLetter letter, string notation, DateOnly on, CancellationToken ct)
    {
        if (!await IsOpenAsync(work, letter.CouncilId, notation, on.Year, ct))
        {
            return new Refusal("letter.numberMissing", "Number", notation);
        }

        while (true)
        {
            var next = await CodeSeries.NextAsync(work.Db, SeriesOf(letter.CouncilId, notation, on.Year), 1, ct);
            var number = new LetterNumber($"{next}", notation);
            if (await HolderAsync(work, letter, number.KeyIn(on.Year), ct) is null)
            {
                return number;
            }
        }
    }

    /// <summary>Opens our own series at a number; it can be moved forward, never back over numbers it gave.</summary>
    /// <returns>Refusal <c>letter.seriesBackwards</c>.</returns>
    public static async Task<Refusal?> OpenAsync(Work work, Guid councilId, string notation, int year, int first, CancellationToken ct)
    {
        var series = SeriesOf(councilId, notation, year);
        var next = await CodeSeries.NextAsync(work.Db, series, 0, ct);
        if (first < next)
        {
            return new Refusal("letter.seriesBackwards", "First", next);
        }

        await CodeSeries.NextAsync(work.Db, series, first - next, ct);
        if (!await work.Db.Set<NumberSeries>().AnyAsync(s => s.CouncilId == councilId && s.Notation == notation && s.Year == year, ct))
        {
            work.Db.Add(new NumberSeries { Id = Guid.CreateVersion7(), CouncilId = councilId, Notation = notation, Year = year, First = first });
        }

        return null;
    }

    /// <summary>A series opened last year goes on at 1 in the new one.</summary>
    private static async Task<bool> IsOpenAsync(Work work, Guid councilId, string notation, int year, CancellationToken ct) =>
        await work.Db.Set<NumberSeries>().AnyAsync(s => s.CouncilId == councilId && s.Notation == notation && s.Year <= year, ct);

    private static async Task<OfficialLetter?> HolderAsync(Work work, OfficialLetter letter, string key, CancellationToken ct) =>
        work.Db.Set<OfficialLetter>().Local.FirstOrDefault(l => l.CouncilId == letter.CouncilId && l.NumberKey == key && l.Id != letter.Id)
        ?? await work.Db.Set<OfficialLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.CouncilId == letter.CouncilId && l.NumberKey == key && l.Id != letter.Id, ct);

    private static string SeriesOf(Guid councilId, string notation, int year) => $"letters/{councilId:N}/{notation}/{year:0000}";
}
