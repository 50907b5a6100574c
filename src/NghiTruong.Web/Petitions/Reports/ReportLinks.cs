using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;

namespace NghiTruong.Web.Petitions.Reports;

/// <summary>Addresses of the figures and of the papers for a session.</summary>
public static class ReportLinks
{
    public const string Summary = "/kien-nghi/tong-hop";
    public const string Workbook = "/kien-nghi/tong-hop/excel";
    public const string Document = "/kien-nghi/tong-hop/word";
    public const string Dossier = "/kien-nghi/ho-so-ky-hop";
    public const string WholeDossier = "/kien-nghi/ho-so-ky-hop/tai-ve";

    /// <summary>As <c>co-quan</c> in the address of the figures: every agency, however many.</summary>
    public const string AllAgencies = "tat-ca";

    /// <summary>The list of just the petitions that a figure counts.</summary>
    public static string List(SummaryFilter behind) => $"{PetitionLinks.List}?{behind.ToQuery()}";

    public static string Of(ReportQuestion asked) => Summary + Query(asked);

    /// <summary>The question as the query part of an address, with its question mark.</summary>
    public static string Query(ReportQuestion asked)
    {
        var filter = new SummaryFilter { Council = asked.Council, Subtree = asked.Subtree, Session = asked.Session, From = asked.From, To = asked.To };

        return "?" + filter.ToQuery();
    }

    public static string Session(Guid council, string session) => Dossier + DossierQuery(council, session);

    public static string WholeOf(Guid council, string session) => WholeDossier + DossierQuery(council, session);

    public static string Paper(string code, Guid council, string session) => $"{Dossier}/{code}{DossierQuery(council, session)}";

    private static string DossierQuery(Guid council, string session) => $"?council={council:D}&session={Uri.EscapeDataString(session)}";
}
