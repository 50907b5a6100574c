using System.Globalization;
using NghiTruong.Counting;
using NghiTruong.Language;
using NghiTruong.Petitions;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Petitions;

/// <summary>
/// What stands in the address of a list, the same for page, Excel file and API: <c>council, subtree, stage, status, kind, field, authority, agency, outcome,
/// session, from, to, overdue, late, pressing, passed, meeting, backlog, again, counted, q, cursor</c>. What cannot be read is refused by name, never silently left out.
/// </summary>
public static class PetitionQuery
{
    /// <summary>As a value of field, authority, outcome, agency, session: those that have none.</summary>
    private const string None = "none";

    /// <returns>The filter without its council, which only the caller can find; refusal <c>petitions.filterUnreadable</c> at the field.</returns>
    public static Result<PetitionFilter> Read(IQueryCollection query)
    {
        List<Refusal> wrong = [];
        var filter = new PetitionFilter
        {
            Stage = Name<PetitionStage>(query, "stage", wrong),
            Status = Name<PetitionStatus>(query, "status", wrong),
            Kind = Name<PetitionKind>(query, "kind", wrong),
            Outcome = Text(query, "outcome") == None ? null : Name<Outcome>(query, "outcome", wrong),
            WithoutOutcome = Text(query, "outcome") == None,
            Field = Known(query, "field"),
            WithoutField = Text(query, "field") == None,
            Authority = Known(query, "authority"),
            WithoutAuthority = Text(query, "authority") == None,
            AgencyId = Text(query, "agency") == None ? null : Id(query, "agency", wrong),
            WithoutAgency = Text(query, "agency") == None,
            SessionId = IsKey(query, "session") || Text(query, "session") == None ? null : Id(query, "session", wrong),
            WithoutSession = Text(query, "session") == None,
            Session = IsKey(query, "session") ? Text(query, "session") : null,
            MeetingId = Id(query, "meeting", wrong),
            From = Day(query, "from", wrong),
            To = Day(query, "to", wrong),
            Overdue = IsTrue(query, "overdue"),
            Lateness = HowLate(query, wrong),
            BacklogOf = Id(query, "backlog", wrong),
            RaisedAgain = IsTrue(query, "again"),
            Pressing = IsTrue(query, "pressing"),
            Counted = IsTrue(query, "counted"),
            PassedToUs = IsTrue(query, "passed"),
            Subtree = IsTrue(query, "subtree"),
            Text = Text(query, "q"),
            Cursor = Text(query, "cursor"),
        };

        return wrong.Count > 0 ? Result<PetitionFilter>.Refuse(wrong) : filter;
    }

    public static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string? Known(IQueryCollection query, string name) => Text(query, name) is { } text and not None ? text : null;

    /// <summary>A session of every council in the list, <c>2026-2031/2</c>; else the id of one session.</summary>
    private static bool IsKey(IQueryCollection query, string name) => Text(query, name)?.Contains('/', StringComparison.Ordinal) == true;

    private static bool IsTrue(IQueryCollection query, string name) => Text(query, name) is "true" or "1";

    private static string? HowLate(IQueryCollection query, List<Refusal> wrong)
    {
        if (Text(query, "late") is not { } text || text == SummaryFilter.Undated || Lateness.All.Contains(text))
        {
            return Text(query, "late");
        }

        wrong.Add(new Refusal("petitions.filterUnreadable", "late", text));

        return null;
    }

    private static T? Name<T>(IQueryCollection query, string name, List<Refusal> wrong)
        where T : struct, Enum
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        wrong.Add(new Refusal("petitions.filterUnreadable", name, text));

        return null;
    }

    private static Guid? Id(IQueryCollection query, string name, List<Refusal> wrong)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        wrong.Add(new Refusal("petitions.filterUnreadable", name, text));

        return null;
    }

    private static DateOnly? Day(IQueryCollection query, string name, List<Refusal> wrong)
    {
        if (Text(query, name) is not { } text)
        {
            return null;
        }

        if (OfficialDate.TryParse(text, out var day))
        {
            return day;
        }

        wrong.Add(new Refusal("petitions.filterUnreadable", name, text));

        return null;
    }
}
