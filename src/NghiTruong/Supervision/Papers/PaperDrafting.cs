using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Papers;

/// <summary>Drafts a paper of a supervision as a letter: from there it goes the signing path, or is recorded as signed outside.</summary>
public sealed class PaperDrafting(OperationRunner operations, IEnumerable<PaperForm> forms, FormTexts texts)
{
    /// <summary>The house writes this paper.</summary>
    public bool Writes(SupervisionPaperKind kind) => forms.Any(f => f.Paper == kind);

    /// <summary>Its time has come: before it is held the papers that prepare it, once held the report, once reported the conclusion.</summary>
    public static bool IsTimeFor(SupervisionPaperKind kind, SupervisionCase s) => kind switch
    {
        SupervisionPaperKind.Report => s.State == SupervisionState.Held,
        SupervisionPaperKind.Conclusion => s.State == SupervisionState.Reported,
        _ => SupervisionStates.CarriedOut.Contains(s.State),
    };

    /// <returns>The letter; one of the kind that is on its way is given again. Refusals <c>supervision.paperUnwritten</c>, <c>.notProgrammed</c>, <c>.notHeld</c>, <c>.notReported</c>,
    /// and for a conclusion whatever it still lacks (<see cref="SupervisionRules.CannotBeConcluded"/>).</returns>
    public Task<Result<Guid>> DraftAsync(string code, SupervisionPaperKind kind, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (s, capacity) = found.Value;
            await work.HoldAsync(s.CouncilId, token);
            if (await OnItsWayAsync(work, s, kind, token) is { } drafted)
            {
                return drafted;
            }

            if (forms.FirstOrDefault(f => f.Paper == kind) is not { } form)
            {
                return new Refusal("supervision.paperUnwritten", "Kind");
            }

            return await WrongAsync(work, s, kind, token) is { Count: > 0 } wrong ? Result<Guid>.Refuse(wrong) : await DraftAsync(work, s, form, capacity, token);
        }, ct);

    private static async Task<Guid?> OnItsWayAsync(Work work, SupervisionCase s, SupervisionPaperKind kind, CancellationToken ct) => await (
        from link in work.Db.Set<SupervisionLetter>()
        join letter in work.Db.Set<OfficialLetter>() on link.LetterId equals letter.Id
        where link.SupervisionId == s.Id && link.Paper == kind && LetterStates.OnTheWay.Contains(letter.State)
        select (Guid?)letter.Id).FirstOrDefaultAsync(ct);

    private static async Task<IReadOnlyList<Refusal>> WrongAsync(Work work, SupervisionCase s, SupervisionPaperKind kind, CancellationToken ct)
    {
        if (!IsTimeFor(kind, s))
        {
            return [new Refusal(kind switch { SupervisionPaperKind.Report => "supervision.notHeld", SupervisionPaperKind.Conclusion => "supervision.notReported", _ => "supervision.notProgrammed" }, null, s.Code)];
        }

        return kind == SupervisionPaperKind.Conclusion
            ? SupervisionRules.CannotBeConcluded(s, await work.Db.Set<Recommendation>().CountAsync(r => r.SupervisionId == s.Id && r.State == RecommendationState.Draft, ct))
            : [];
    }

    private async Task<Guid> DraftAsync(Work work, SupervisionCase s, PaperForm form, Capacity capacity, CancellationToken ct)
    {
        var bodies = await (
            from body in work.Db.Set<SupervisedBody>()
            join agency in work.Db.Set<Agency>() on body.AgencyId equals agency.Id
            where body.SupervisionId == s.Id
            orderby agency.Kind, body.Id
            select new { agency.Id, agency.Name }).ToListAsync(ct);
        var letter = work.DraftLetter(
            new NewLetter
            {
                SenderCouncilId = s.CouncilId,
                ProvinceId = s.ProvinceId,
                Kind = form.Kind,
                Abstract = Shortened(form.AbstractOf(s)),
                RecipientAgencyId = bodies.Count == 1 ? bodies[0].Id : null,
                RecipientName = bodies.Count is > 0 and < 4 ? string.Join("; ", bodies.Select(b => b.Name)) : texts["form.supervision.to.bodies"],
                BodyId = s.BodyId,
                Notation = form.NotationFor(s.Subject),
            },
            capacity);
        work.Db.Add(new SupervisionLetter { Id = Guid.CreateVersion7(), SupervisionId = s.Id, Paper = form.Paper, LetterId = letter.Id });

        return letter.Id;
    }

    /// <summary>The register holds 500 characters of a trích yếu; a theme may be longer.</summary>
    private static string Shortened(string text) => text.Length <= 500 ? text : text[..499] + "…";
}
