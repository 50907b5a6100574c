using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>The agencies of one council by the names ledgers give them; makes those it does not know, if asked to.</summary>
internal sealed class LedgerAgencies(Guid councilId, Dictionary<string, Agency> known)
{
    public static async Task<LedgerAgencies> LoadAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().Where(a => a.CouncilId == councilId).OrderBy(a => a.Until == null).ToListAsync(ct);
        var known = new Dictionary<string, Agency>(StringComparer.Ordinal);
        foreach (var agency in agencies)
        {
            // Those still there come last and win.
            known[VietnameseText.Fold(agency.Name)] = agency;
            if (agency.ShortName is { Length: > 0 } shortName)
            {
                known[VietnameseText.Fold(shortName)] = agency;
            }
        }

        return new LedgerAgencies(councilId, known);
    }

    public Agency? Find(string name) => known.GetValueOrDefault(VietnameseText.Fold(name));

    public Agency Make(Db db, string name, DateOnly from)
    {
        var agency = new Agency
        {
            Id = Guid.CreateVersion7(),
            CouncilId = councilId,
            Kind = KindOf(name),
            Name = name,
            Folded = VietnameseText.Fold(name),
            From = from,
        };
        known[agency.Folded] = agency;
        db.Add(agency);

        return agency;
    }

    /// <summary>What an agency is, by how its name opens; a person can change it.</summary>
    public static AgencyKind KindOf(string name)
    {
        var words = VietnameseText.Fold(name) + " ";
        bool Opens(params string[] any) => any.Any(o => words.StartsWith(o + " ", StringComparison.Ordinal));

        return Opens("so", "phong", "van phong", "trung tam", "thanh tra", "cong an", "ban quan ly", "ban chi huy", "bo chi huy") ? AgencyKind.Department
            : Opens("ubnd", "uy ban nhan dan") ? AgencyKind.PeoplesCommittee
            : Opens("mttq", "ubmttq", "uy ban mat tran", "ban thuong truc", "mat tran") ? AgencyKind.FatherlandFront
            : Opens("tinh uy", "thanh uy", "dang uy", "ban tuyen giao", "ban to chuc") ? AgencyKind.PartyCommittee
            : Opens("bo", "chinh phu", "quoc hoi", "ngan hang nha nuoc", "thanh tra chinh phu") ? AgencyKind.Central
            : AgencyKind.Other;
    }
}
