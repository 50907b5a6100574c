using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.CitizenLetters;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Interpellations;
using NghiTruong.Law.Definitions;
using NghiTruong.Letters;
using NghiTruong.Library;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Reception;
using NghiTruong.Resolutions;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Threads;
using NghiTruong.Training;
using NghiTruong.Verification;

namespace NghiTruong.Journeys.Tests;

/// <summary>Every page of the program, with what stands in the demo in the place of its parameters.</summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, IReadOnlyList<string>> _fillings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _whole = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _routes;

    private Addresses(IReadOnlyList<string> routes) => _routes = routes;

    /// <summary>Code of a petition that the Standing Committee marked as pressing.</summary>
    public string Pressing { get; private set; } = "";

    public static async Task<Addresses> ReadAsync(JourneyHost host)
    {
        var routes = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var addresses = new Addresses([.. routes]);
        await addresses.FillAsync(host);

        return addresses;
    }

    /// <summary>All addresses worth looking at. A route whose parameters nobody here can fill in fails the test: teach <see cref="FillAsync"/>.</summary>
    public IReadOnlyList<(string Route, string Address)> All() =>
        [.. _routes.SelectMany(r => Of(r).Select(a => (Route: r, Address: a))).Concat(WithQuestions().Select(a => (Route: a, Address: a))).DistinctBy(a => a.Address, StringComparer.Ordinal)];

    private IEnumerable<string> Of(string route)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            return [route];
        }

        if (_whole.TryGetValue(route, out var addresses))
        {
            return addresses;
        }

        var known = _fillings.Keys.Where(start => route.StartsWith(start, StringComparison.Ordinal)).MaxBy(start => start.Length)
            ?? throw new InvalidOperationException($"Nothing in the demo is named for the page {route}");
        var (open, close) = (route.IndexOf('{', StringComparison.Ordinal), route.IndexOf('}', StringComparison.Ordinal));
        // A record's own page shows every state; an act's page is one form.
        var values = close == route.Length - 1 ? _fillings[known] : _fillings[known].Take(6);

        return values.Select(value => route[..open] + value + route[(close + 1)..]);
    }

    private IEnumerable<string> WithQuestions()
    {
        var (codes, items) = (_fillings["/kien-nghi/{code}"], _fillings["/vi-sao/"]);
        var two = $"ma={codes[0]}&ma={codes[1]}";

        return
        [
            "/kien-nghi?stage=all", "/kien-nghi?stage=WithAgency&overdue=true", "/kien-nghi?stage=all&q=khong-co-gi", $"/kien-nghi/chuyen?{two}", $"/kien-nghi/gop?{two}", $"/kien-nghi/phan-loai?{two}",
            $"/kien-nghi/ky-hop?{two}", $"/kien-nghi/tra-loi?ma={_fillings["sent"][0]}&ma={_fillings["sent"][1]}", $"/theo-doi/don-doc?id={items[0]}", "/theo-doi?overdue=true", $"/mach-van-de/dua-vao?loai=petition&ma={codes[0]}", "/danh-muc/truong-cua-nhom?nhom=GS-04&sua=ketLuan", "/danh-muc/phieu-hoi?sua=moi", "/giam-sat/mot-trang?nhom=GS-07",
            "/tim-kiem?q=duong%20lien%20thon",
        ];
    }

    private async Task FillAsync(JourneyHost host)
    {
        _fillings["/danh-muc/{slug}"] = [.. host.Get<DefinitionDesk>().Catalogues.Select(c => c.Slug)];
        await using var db = host.Db();
        var home = await db.Set<Council>().Where(c => c.Code == "96001").FirstAsync();
        var petitions = await db.Set<Petition>().Where(p => p.CouncilId == home.Id).OrderBy(p => p.Code).ToListAsync();
        Pressing = petitions.First(p => p.IsPressing).Code;
        List<string> byStatus = [.. petitions.GroupBy(p => p.Status).OrderBy(g => g.Key).Select(g => g.OrderByDescending(p => p.IsPressing).First().Code)];
        _fillings["/kien-nghi/{code}"] = byStatus;
        _fillings["sent"] = [.. petitions.Where(p => p.Status == PetitionStatus.Accepted && p.LeadAgencyId is not null).Select(p => p.Code).TakeLast(2)];
        _fillings["/tiep-xuc/"] = await db.Set<VoterMeeting>().Where(m => m.CouncilId == home.Id).OrderByDescending(m => m.JointWith.Count).Select(m => m.Id.ToString()).Take(2).ToListAsync();
        var letters = await db.Set<OfficialLetter>().Where(l => l.CouncilId == home.Id).ToListAsync();
        _fillings["/cong-van/"] = [.. letters.GroupBy(l => (l.Kind, l.State)).OrderBy(g => g.Key.State).Select(g => g.First().Id.ToString())];
        _fillings["/vi-sao/"] = await db.Set<FollowUpItem>().Where(i => i.CouncilId == home.Id && i.OwedBy != null).OrderBy(i => i.OwedBy).Select(i => i.Id.ToString()).Take(2).ToListAsync();
        _fillings["/theo-doi/co-quan/"] = await db.Set<Agency>().Where(a => a.CouncilId == home.Id && a.ShortName == "KT").Select(a => a.Id.ToString()).ToListAsync();
        _fillings["/don-vi/"] = [home.UnitId.ToString()];
        _fillings["/don-vi/ban-giao/"] = [home.Id.ToString()];
        _fillings["/tai-khoan/"] = ["vanphong", "coquan"];
        _fillings["/quy-dinh/"] = ["PETITION_ANSWER"];
        _fillings["/quy-dinh/ngay-nghi/"] = ["2026"];
        _fillings["/quy-dinh/tinh-lai/"] = [Guid.CreateVersion7().ToString()];
        _fillings["/loi/"] = ["404", "403", "500"];
        _fillings["/_kieu/"] = ["form", "list", "record", "home", "other"];
        await FillSupervisionAsync(db, home);
        await FillInterpellationsAsync(db, home);
        await FillPeopleAsync(db, home);
        await FillSchemesAsync(db, home);
        _fillings["/tham-tra/{code}"] = await db.Set<VerificationCase>().Where(v => v.CouncilId == home.Id).OrderBy(v => v.Code).Select(v => v.Code).Take(3).ToListAsync();
        _fillings["/mach-van-de/{code}"] = await db.Set<MatterThread>().Where(t => t.CouncilId == home.Id).OrderBy(t => t.State).Select(t => t.Code).ToListAsync();
        _fillings["/kien-nghi/nhap/"] = [await ImportAsync(host, home)];
    }

    private async Task FillSupervisionAsync(NghiTruong.Database.Db db, Council home)
    {
        var cases = await db.Set<SupervisionCase>().Where(s => s.CouncilId == home.Id).OrderBy(s => s.Code).ToListAsync();
        _fillings["/giam-sat/{code}"] = [.. cases.GroupBy(s => (s.Kind, s.State)).OrderBy(g => g.Key.State).Select(g => g.First().Code)];
        var recommendations = await db.Set<Recommendation>().Where(r => r.CouncilId == home.Id).OrderBy(r => r.Code).ToListAsync();
        _fillings["/kien-nghi-giam-sat/{code}"] = [.. recommendations.GroupBy(r => r.State).Select(g => g.First().Code)];
        _fillings["/nghi-quyet/{code}"] = await db.Set<Resolution>().Where(r => r.CouncilId == home.Id).OrderBy(r => r.Code).Select(r => r.Code).ToListAsync();
        _fillings["/dieu-khoan-nghi-quyet/{code}"] = await db.Set<ResolutionClause>().Where(c => c.CouncilId == home.Id && c.Cadence == null).Select(c => c.Code).Take(1).ToListAsync();
        var tasks = await db.Set<ResolutionTask>().Where(t => t.CouncilId == home.Id).OrderBy(t => t.Code).ToListAsync();
        _fillings["/nhiem-vu-nghi-quyet/{code}"] = [.. tasks.GroupBy(t => t.State).Select(g => g.First().Code)];
        _fillings["/giao-ban/{code}"] = await db.Set<Briefing>().Where(b => b.CouncilId == home.Id).OrderBy(b => b.Code).Select(b => b.Code).Take(3).ToListAsync();
    }

    private async Task FillInterpellationsAsync(NghiTruong.Database.Db db, Council home)
    {
        var slips = await db.Set<Interpellation>().Where(i => i.CouncilId == home.Id).OrderBy(i => i.Code).ToListAsync();
        _fillings["/chat-van/{code}"] = [.. slips.GroupBy(i => i.State).OrderBy(g => g.Key).Select(g => g.First().Code)];
        var promises = await db.Set<Promise>().Where(p => p.CouncilId == home.Id).OrderBy(p => p.Code).ToListAsync();
        _fillings["/loi-hua/{code}"] = [.. promises.GroupBy(p => p.State).Select(g => g.First().Code)];
        _fillings["/giai-trinh/{code}"] = await db.Set<ExplanationSession>().Where(s => s.CouncilId == home.Id).OrderBy(s => s.Code).Select(s => s.Code).ToListAsync();
    }

    private async Task FillPeopleAsync(NghiTruong.Database.Db db, Council home)
    {
        _fillings["/dai-bieu/{code}"] = await db.Set<Delegate>().Where(d => d.CouncilId == home.Id).OrderBy(d => d.Code).Select(d => d.Code).Take(2).ToListAsync();
        _fillings["/tap-huan/{code}"] = await db.Set<TrainingClass>().OrderBy(c => c.CouncilId == home.Id).ThenBy(c => c.Code).Select(c => c.Code).Take(2).ToListAsync();
        _fillings["/thu-vien/{code}"] = await db.Set<LibraryText>().OrderBy(t => t.Code).Select(t => t.Code).Take(1).ToListAsync();
        if (_fillings["/thu-vien/{code}"].Count == 0)
        {
            _fillings["/thu-vien/{code}"] = [ShippedLibrary.All[0].Code];
        }

        _fillings["/lich-tiep-cong-dan/{council}"] = [home.Code];
        var letters = await db.Set<CitizenLetter>().Where(l => l.CouncilId == home.Id).OrderBy(l => l.Code).ToListAsync();
        _fillings["/don-thu/{code}"] = [.. letters.GroupBy(l => l.State).Select(g => g.First().Code).Take(4)];
        _fillings["/tiep-cong-dan/{code}"] = await db.Set<CitizenReception>().Where(r => r.CouncilId == home.Id).OrderBy(r => r.Code).Select(r => r.Code).Take(2).ToListAsync();
        _fillings["/tiep-cong-dan/luot/{code}"] = await db.Set<CitizenVisit>().Where(v => v.CouncilId == home.Id).OrderBy(v => v.Code).Select(v => v.Code).Take(2).ToListAsync();
        _fillings["/hoi-nghi/{code}"] = await db.Set<Conference>().OrderBy(c => c.Code).Select(c => c.Code).Take(1).ToListAsync();
        _fillings["/quy-che-phoi-hop/{code}"] = await db.Set<CoordinationAgreement>().Where(a => a.CouncilId == home.Id).OrderBy(a => a.Code).Select(a => a.Code).Take(2).ToListAsync();
        _fillings["/viec-phoi-hop/{code}"] = await db.Set<AgreementTask>().Where(t => t.CouncilId == home.Id).OrderBy(t => t.Code).Select(t => t.Code).Take(2).ToListAsync();
    }

    private async Task FillSchemesAsync(NghiTruong.Database.Db db, Council home)
    {
        _fillings["/de-an/{code}"] = await db.Set<Scheme>().Where(s => s.CouncilId == home.Id).OrderBy(s => s.Code).Select(s => s.Code).Take(1).ToListAsync();
        _fillings["/muc-de-an/{code}"] = await db.Set<SchemeNode>().Where(n => n.CouncilId == home.Id).OrderBy(n => n.Code).Select(n => n.Code).Take(2).ToListAsync();
        _fillings["/so-ket/{code}"] = await db.Set<Review>().Where(r => r.CouncilId == home.Id).OrderBy(r => r.Code).Select(r => r.Code).Take(2).ToListAsync();
        var roll = await db.Set<RollOut>().OrderBy(r => r.Code).FirstAsync();
        _fillings["/trien-khai/{code}"] = [roll.Code];
        var unit = await db.Set<RollOutUnit>().Where(u => u.RollOutId == roll.Id && u.CouncilId == home.Id).FirstAsync();
        _whole["/trien-khai/{code}/{unit:guid}"] = [$"/trien-khai/{roll.Code}/{unit.Id}"];
        _fillings["/chi-so/{code}"] = ["delegate.trained", "petition.passedOn"];
        var (sits, body) = (await db.Set<Delegate>().Where(d => d.CouncilId == home.Id).OrderBy(d => d.Code).Select(d => d.Id).FirstAsync(), await db.Set<Body>().Where(b => b.CouncilId == home.Id && b.Kind == BodyKind.Committee).OrderBy(b => b.Code).Select(b => b.Id).FirstAsync());
        _whole["/chi-so/cua/{kind}/{id:guid}"] = [$"/chi-so/cua/delegate/{sits}", $"/chi-so/cua/body/{body}", $"/chi-so/cua/council/{home.Id}"];
        _fillings["/chi-so/dinh-nghia/{code}"] = ["moi", "moi?records=Petition"];
    }

    /// <summary>A ledger that waits in the preview, with a row to add and one that cannot be taken.</summary>
    private static async Task<string> ImportAsync(JourneyHost host, Council home)
    {
        var ledger = "STT;Cử tri đơn vị;Lĩnh vực;Nội dung kiến nghị;Ngày tiếp nhận;Cột lạ\n1;thôn Nà Pục;Giao thông;Đề nghị làm cống qua đường;10/7/2026;x\n2;thôn Nà Pục;Giao thông;Đề nghị sửa cầu;40/7/2026;y\n";
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ledger));
        var clerk = await host.ActingAsync("vanphong");

        return (await host.Get<PetitionImports>().ReceiveAsync(new ImportInput { CouncilId = home.Id, FileName = "so.csv", Content = content }, clerk, CancellationToken.None, inBackground: false)).Value.ToString();
    }
}
