using NghiTruong.Counting;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Web.Shell.Parts;

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
        var address = new AddressReader(query, "petitions.filterUnreadable");
        var filter = new PetitionFilter
        {
            Stage = address.Name<PetitionStage>("stage"),
            Status = address.Name<PetitionStatus>("status"),
            Kind = address.Name<PetitionKind>("kind"),
            Outcome = address.Text("outcome") == None ? null : address.Name<Outcome>("outcome"),
            WithoutOutcome = address.Text("outcome") == None,
            Field = address.Text("field") is var field and not None ? field : null,
            WithoutField = address.Text("field") == None,
            Authority = address.Text("authority") is var authority and not None ? authority : null,
            WithoutAuthority = address.Text("authority") == None,
            AgencyId = address.Text("agency") == None ? null : address.Id("agency"),
            WithoutAgency = address.Text("agency") == None,
            SessionId = IsKey(address, "session") || address.Text("session") == None ? null : address.Id("session"),
            WithoutSession = address.Text("session") == None,
            Session = IsKey(address, "session") ? address.Text("session") : null,
            MeetingId = address.Id("meeting"),
            From = address.Day("from"),
            To = address.Day("to"),
            Overdue = address.IsTrue("overdue"),
            Lateness = HowLate(address),
            BacklogOf = address.Id("backlog"),
            RaisedAgain = address.IsTrue("again"),
            Pressing = address.IsTrue("pressing"),
            Mine = address.IsTrue("mine"),
            Counted = address.IsTrue("counted"),
            PassedToUs = address.IsTrue("passed"),
            Subtree = address.IsTrue("subtree"),
            Text = address.Text("q"),
            Cursor = address.Text("cursor"),
        };

        return address.Read(filter);
    }

    /// <summary>A session of every council in the list, <c>2026-2031/2</c>; else the id of one session.</summary>
    private static bool IsKey(AddressReader address, string name) => address.Text(name)?.Contains('/', StringComparison.Ordinal) == true;

    private static string? HowLate(AddressReader address)
    {
        if (address.Text("late") is not { } text || text == SummaryFilter.Undated || Lateness.All.Contains(text))
        {
            return address.Text("late");
        }

        address.Wrong("late", text);

        return null;
    }
}
