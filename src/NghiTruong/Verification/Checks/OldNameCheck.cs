using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NghiTruong.Language;

namespace NghiTruong.Verification.Checks;

/// <summary>
/// Names that are no more since 1 July 2025: the district tier (huyện, quận, thị xã), townships (thị trấn), and units the unit book knows as ended. Sentences that
/// tell history ("cũ", "trước ngày 01/7/2025", a paper that the district issued in its time) are not warned of.
/// </summary>
internal sealed partial class OldNameCheck
{
    /// <summary>Law 72/2025/QH15 Art 1: from this day there are provinces and communes only.</summary>
    public static readonly DateOnly TwoTiersSince = new(2025, 7, 1);

    private readonly CheckGround _ground;
    private readonly FrozenDictionary<string, FormerName> _former;

    public OldNameCheck(CheckGround ground)
    {
        _ground = ground;
        _former = ground.FormerNames.DistinctBy(n => Key(n.FullName)).ToFrozenDictionary(n => Key(n.FullName), StringComparer.Ordinal);
    }

    public IEnumerable<DraftWarning> Check(Draft draft) => _ground.On < TwoTiersSince ? [] : draft.Paragraphs.SelectMany(Check);

    private IEnumerable<DraftWarning> Check(DraftParagraph p) =>
        Districts(p).Concat(Former(p)).Where(w => !TellsHistory(p, w.At)).Select(w => w.Warning).DistinctBy(w => w.Quote);

    private static IEnumerable<(int At, DraftWarning Warning)> Districts(DraftParagraph p) =>
        from Match m in DistrictWords().Matches(p.Text)
        let township = m.Groups["kind"].Value.StartsWith("thị", StringComparison.OrdinalIgnoreCase) && m.Groups["kind"].Value.EndsWith("trấn", StringComparison.OrdinalIgnoreCase)
        let quote = m.Value.Trim()
        select (m.Groups["kind"].Index, new DraftWarning(township ? "formerTownship" : "formerDistrict", Grounds.TwoTiers, p.Number, quote, quote));

    private IEnumerable<(int At, DraftWarning Warning)> Former(DraftParagraph p)
    {
        if (_former.Count == 0)
        {
            yield break;
        }

        foreach (Match m in UnitWords().Matches(p.Text))
        {
            // The whole name or nothing: "xã Lũng Mẫu" stands where "xã Lũng" ended.
            if (_former.GetValueOrDefault(Key(m.Value)) is { } former && former.Until < _ground.On)
            {
                var now = former.NowPartOf.Count == 0 ? "—" : string.Join(", ", former.NowPartOf);
                yield return (m.Index, new DraftWarning("formerUnit", Grounds.TwoTiers, p.Number, m.Value, m.Value, OfficialDate.Short(former.Until.AddDays(1)), now));
            }
        }
    }

    private static bool TellsHistory(DraftParagraph p, int at)
    {
        var from = SentenceStart(p.Folded, at);
        var until = SentenceEnd(p.Folded, at);
        var sentence = p.Folded[from..until];

        return OldWord().IsMatch(p.Text[from..until]) || HistoryWords().IsMatch(sentence) || IsPaperOfItsTime(p.Folded[from..at]);
    }

    /// <summary>"Nghị quyết số 12/2023/NQ-HĐND ngày 20/7/2023 của HĐND huyện …": who issued it then is named as it was.</summary>
    private static bool IsPaperOfItsTime(string before)
    {
        if (!PaperNumber().IsMatch(before))
        {
            return false;
        }

        var last = Dates().Matches(before).LastOrDefault();
        if (last is not null && OfficialDate.TryParse(last.Value, out var day))
        {
            return day < TwoTiersSince;
        }

        return PaperNumber().Matches(before)[^1].Groups["year"] is { Success: true } year && int.Parse(year.ValueSpan) < TwoTiersSince.Year;
    }

    private static int SentenceStart(string text, int at)
    {
        var cut = Math.Max(text.LastIndexOf(';', at), text.LastIndexOf('\n', at));
        var stop = text.LastIndexOf(". ", at, StringComparison.Ordinal);

        return Math.Max(cut, stop) + 1;
    }

    private static int SentenceEnd(string text, int at)
    {
        var ends = new[] { text.IndexOf(';', at), text.IndexOf('\n', at), text.IndexOf(". ", at, StringComparison.Ordinal) }.Where(i => i >= 0).ToList();

        return ends.Count == 0 ? text.Length : ends.Min();
    }

    private static string Key(string name) => VietnameseText.FoldKeepingMarks(name);

    // "Quận công" and "quận chúa" are titles of old; "tri huyện" an office of old.
    [GeneratedRegex(
        @"((?<!\p{L})(((Thường\s+trực|Chủ\s+tịch|Văn\s+phòng)\s+)?(UBND|HĐND|ỦY\s+BAN\s+NHÂN\s+DÂN|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|[ỦU][yỷ]\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân)|Phòng\s+(\p{L}+[,\s]+|[-–]\s+){1,8}?|[Cc]ông\s+an|[Cc]ấp|[Cc]ác)\s*)?(?<!\p{L})(?<!\b[Tt]ri\s)(?<kind>[Hh]uyện|HUYỆN|[Tt]hị\s+xã|THỊ\s+XÃ|[Tt]hị\s+trấn|THỊ\s+TRẤN|[Qq]uận|QUẬN)(?!\p{L})(?!\s+(công|chúa|vương)(?!\p{L}))(\s+(\p{Lu}\p{L}*|[0-9]{1,2}(?![0-9./])))*",
        RegexOptions.ExplicitCapture, 500)]
    private static partial Regex DistrictWords();

    [GeneratedRegex(@"(?<!\p{L})(?<kind>[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hành\s+phố|THÀNH\s+PHỐ|[Tt]ỉnh|TỈNH|[Đđ]ặc\s+khu)\s+(?<name>(\p{Lu}\p{L}*|[0-9]{1,2})([ \u00A0](\p{Lu}\p{L}*|[0-9]{1,2}))*)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex UnitWords();

    [GeneratedRegex(@"(?<!\p{L})(cũ|CŨ)(?!\p{L})", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex OldWord();

    [GeneratedRegex(
        @"\b(truoc day|truoc (ngay )?0?1\s*([/.\-–]\s*0?7\s*[/.\-–]|thang 0?7,? nam )\s*2025|(den|toi|het) (het )?(ngay )?30\s*([/.\-–]\s*0?6\s*[/.\-–]|thang 0?6,? nam )\s*2025|truoc khi|khong to chuc|khong con|cham dut|ket thuc|giai the|bo cap|sap xep|sap nhap|hop nhat|chia tach|tiep nhan|ban giao|chuyen giao|nguyen (la )?(chu tich|pho|truong|bi thu|huyen|quan|thi xa|ubnd|hdnd)|bai bo|thay the|het hieu luc)\b",
        RegexOptions.ExplicitCapture, 200)]
    private static partial Regex HistoryWords();

    [GeneratedRegex(@"\b[0-9]{1,5}\s?/\s?((?<year>[0-9]{4})\s?/\s?)?[a-z]+\s?[-‐‑‒–—−]\s?[a-z]+", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PaperNumber();

    [GeneratedRegex(@"[0-9]{1,2}\s*([/.\-–]\s*[0-9]{1,2}\s*[/.\-–]\s*[0-9]{4}|thang\s+[0-9]{1,2}\s*,?\s*nam\s+[0-9]{4})", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Dates();
}
