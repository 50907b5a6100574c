namespace NghiTruong.Resolutions.Import;

/// <summary>
/// "Thay thế nghị quyết" of a register, pure: the row that is replaced ends by the row that says so, on the day the new one comes into force, unless the register itself tells how it ended.
/// </summary>
internal static class Replacements
{
    public static IReadOnlyList<ReadResolutionRow> In(IReadOnlyList<ReadResolutionRow> rows)
    {
        var read = rows.ToArray();
        foreach (var by in rows.Select(r => r.Told).OfType<ToldResolution>())
        {
            if (ResolutionNumber.TryParse(by.Input.Replaces, out var former) && FormerAt(read, by, former) is { } at)
            {
                var told = read[at].Told!;
                _ = ResolutionNumber.TryParse(by.Input.Number, out var number);
                var (from, since) = (by.Input.InForceFrom ?? by.Input.PassedOn, told.Input.InForceFrom ?? told.Input.PassedOn);
                read[at] = read[at] with { Told = told with { Ended = (number.Written, from > since ? from : since, ResolutionState.Replaced) } };
            }
        }

        return read;
    }

    /// <summary>The latest of that number passed no later; numbers begin anew every year.</summary>
    private static int? FormerAt(ReadResolutionRow[] rows, ToldResolution by, ResolutionNumber former) =>
        rows.Select((row, at) => (row.Told, At: at))
            .Where(r => r.Told is { Ended: null } told && told != by && told.Input.PassedOn <= by.Input.PassedOn && ResolutionNumber.TryParse(told.Input.Number, out var number) && number.Key == former.Key)
            .OrderByDescending(r => r.Told!.Input.PassedOn)
            .Select(r => (int?)r.At)
            .FirstOrDefault();
}
