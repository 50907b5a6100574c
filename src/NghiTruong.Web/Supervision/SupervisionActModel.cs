using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>What every act's page needs.</summary>
public sealed record SupervisionActTools(SupervisionReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, TimeProvider Clock);

/// <summary>A page that does one thing with one supervision.</summary>
public abstract class SupervisionActModel(SupervisionActTools tools) : ActModel<SupervisionView>(tools.Texts)
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();

    public SupervisionCase Supervision => Matter.Supervision;

    public override string Code => Supervision.Code;

    public override string Back => SupervisionLinks.Details(Code);

    protected override string Room => "supervisions";

    protected SupervisionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public string AgencyName(Guid? id) => id is { } known ? _agencies.GetValueOrDefault(known)?.Name ?? "" : "";

    protected override Task<SupervisionView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) =>
        _agencies = await tools.Directory.AgenciesAsync(
            [.. Matter.Bodies.Select(b => (Guid?)b.AgencyId), .. Matter.Recommendations.Select(r => r.LeadAgencyId), .. Matter.Deliveries.Select(d => (Guid?)d.AgencyId)], ct);
}

/// <summary>A page that does one thing with one recommendation.</summary>
public abstract class RecommendationActModel(SupervisionActTools tools) : ActModel<RecommendationView>(tools.Texts)
{
    public Recommendation Recommendation => Matter.Recommendation;

    public override string Code => Recommendation.Code;

    public override string Back => SupervisionLinks.Recommendation(Code);

    public string LeadAgency { get; private set; } = "";

    protected override string Room => "recommendations";

    protected SupervisionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<RecommendationView?> FindAsync(string code, CancellationToken ct) => tools.Reader.RecommendationAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var lead = await tools.Directory.AgenciesAsync([Recommendation.LeadAgencyId], ct);
        LeadAgency = Recommendation.LeadAgencyId is { } id ? lead.GetValueOrDefault(id)?.Name ?? "" : "";
    }
}
