using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Texts;

namespace NghiTruong.Reception;

public static class ReceptionModule
{
    public static IServiceCollection AddReception(this IServiceCollection services)
    {
        services.AddSingleton<ReceptionDesk>();
        services.AddSingleton<VisitDesk>();
        services.AddSingleton<ReceptionBook>();
        services.AddSingleton<PublishedSchedule>();
        services.AddSingleton<ReceptionPapers>();
        services.AddSingleton<IMovesOnMerge, ReceptionMoves>();
        services.AddSingleton<IErasesPersonalData, VisitErasure>();
        services.AddSingleton<IDelegateTeller, ReceptionDelegateTeller>();
        services.AddSingleton(ReceptionCatalogues.Hours);
        services.AddSingleton<IDocumentKind>(new PaperKind(ReceptionPapers.Schedule, ["TuNgay", "DenNgay"]));
        services.AddSingleton<IDocumentKind>(new PaperKind(ReceptionPapers.Book, ["TuNgay", "DenNgay"]));
        services.AddSingleton<IDocumentKind>(new PaperKind(ReceptionPapers.Refusal, ["NguoiDuocTiep", "LyDoTuChoi", "NgayTiep"]));
        services.AddSingleton<IDocumentKind>(new PaperKind(ReceptionPapers.Receipt, ["NguoiDuocTiep", "TaiLieu", "NgayTiep"]));
        services.AddCoverage(new CoverageKind(ReceptionDesk.CoverageKind, CoverageSubjects.Delegate, CoverageCadence.Year, 1, "Điều 22 Luật Tiếp công dân số 42/2013/QH13")
        {
            Acts = "SELECT delegate_id AS subject_id, held_on AS day, 1 AS n FROM citizen_reception WHERE held_on IS NOT NULL AND delegate_id IS NOT NULL",
        });

        return services;
    }
}

/// <summary>What is still to come, and citizens received whose matter is not settled, go to the successor when units merge; the book of the past stays.</summary>
internal sealed class ReceptionMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
    [
        .. await db.Set<CitizenReception>().AsNoTracking().Where(r => r.CouncilId == councilId && r.State == ReceptionState.Scheduled).OrderBy(r => r.Code)
            .Select(r => new OpenMatter(ReceptionEvent.SubjectKind, r.Id, r.Code, r.Receiver, r.Place, r.PlannedOn)).ToListAsync(ct),
        .. await db.Set<CitizenVisit>().AsNoTracking().Where(v => v.CouncilId == councilId && v.Outcome == VisitOutcome.Pending).OrderBy(v => v.Code)
            .Select(v => new OpenMatter(VisitEvent.SubjectKind, v.Id, v.Code, v.Summary ?? v.Code, null, null)).ToListAsync(ct),
    ];

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var reception in await db.Set<CitizenReception>().Where(r => r.CouncilId == move.FromCouncilId && matters.Contains(r.Id)).ToListAsync(ct))
        {
            (reception.CouncilId, reception.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
        }

        foreach (var visit in await db.Set<CitizenVisit>().Where(v => v.CouncilId == move.FromCouncilId && matters.Contains(v.Id)).ToListAsync(ct))
        {
            (visit.CouncilId, visit.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>What the book keeps about a citizen received: name, address, papers; the row and what became of it stay.</summary>
internal sealed class VisitErasure : IErasesPersonalData
{
    public async Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        if (subjectKind == VisitEvent.SubjectKind)
        {
            await db.Set<CitizenVisit>().Where(v => v.Id == subjectId).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.PersonName, (string?)null).SetProperty(v => v.Address, (string?)null).SetProperty(v => v.IdentityNumber, (string?)null).SetProperty(v => v.Phone, (string?)null)
                    .SetProperty(v => v.Summary, (string?)null).SetProperty(v => v.Papers, (string?)null).SetProperty(v => v.Explained, (string?)null),
                ct);
        }
    }
}

/// <summary>Tells receptions a delegate held, and how many came.</summary>
internal sealed class ReceptionDelegateTeller(TextTable texts) : IDelegateTeller
{
    private const string Received = "citizenReception";

    public IReadOnlyList<string> Kinds { get; } = [Received];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        var id = who.Id;
        var held = await db.Set<CitizenReception>().AsNoTracking().VisibleTo(acting).Where(r => r.DelegateId == id && r.HeldOn >= from && r.HeldOn <= until).OrderBy(r => r.HeldOn).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Code, r.HeldOn, r.Place, Visits = db.Set<CitizenVisit>().Count(v => v.ReceptionId == r.Id) }).ToListAsync(ct);

        return
        [
            .. held.Select(r => new DelegateDeed(Received, r.HeldOn!.Value, texts["delegate.did.citizenReception", r.Place, r.Visits]) { RecordKind = ReceptionEvent.SubjectKind, RecordCode = r.Code, RecordId = r.Id }),
        ];
    }
}
