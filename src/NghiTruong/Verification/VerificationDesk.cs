using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Verification;

/// <summary>A dossier as it is opened.</summary>
public sealed record VerificationInput
{
    /// <summary>The form's own id: pressed twice it opens one dossier.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    public VerificationItem Item { get; init; } = VerificationItem.DraftResolution;

    public bool? IsNormative { get; init; }

    [StringLength(500)]
    public required string Title { get; init; }

    public Guid? SessionId { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? BodyId { get; init; }
}

/// <summary>A paper that came.</summary>
public sealed record PaperInput
{
    /// <summary>The form's own id: pressed twice it is one paper.</summary>
    public Guid? Id { get; init; }

    public required string Part { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(500)]
    public string? Note { get; init; }

    public StagedFile? File { get; init; }
}

/// <summary>A written comment that came.</summary>
/// <param name="Id">The form's own id: pressed twice it is one comment.</param>
public sealed record CommentInput(string? From, DateOnly? On, string? Text, Guid? Id = null);

/// <summary>The dossier: opened for a session, its parts received, written comments and their answers.</summary>
public sealed class VerificationDesk(OperationRunner operations, RuleBook rules)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>verification.titleMissing</c>, <c>.sessionMissing</c>, <c>.agencyMissing</c>, <c>.bodyUnknown</c>, <c>text.secret</c>.</returns>
    public Task<Result<string>> OpenAsync(VerificationInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<CarryOutVerifications>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            var sent = await work.SentAsync<VerificationCase>(asked.Id, council.Id, v => v.CouncilId == council.Id && v.Title == asked.Title.Trim(), token);
            if (sent.Sent is { } standing)
            {
                return standing.Code;
            }

            var session = await work.Db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.Id == asked.SessionId && s.CouncilId == council.Id, token);
            if (await WrongInAsync(work, asked, session, token) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var number = await CodeSeries.NextAsync(work.Db, VerificationCode.Series(council.Code, session!.OpensOn.Year), 1, token);
            var opened = new VerificationCase
            {
                Id = sent.Id,
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = VerificationCode.Of(council.Code, session.OpensOn.Year, number),
                Item = asked.Item,
                IsNormative = asked.Item == VerificationItem.DraftResolution ? asked.IsNormative : null,
                Title = asked.Title.Trim(),
                SessionId = session.Id,
                OpensOn = session.OpensOn,
                AgencyId = asked.AgencyId!.Value,
                BodyId = asked.BodyId,
                CreatedAt = work.Now,
            };
            opened.CountDays(await rules.ReadAsync(token), council.Tier);
            work.Db.Add(opened);
            work.Record(new VerificationOpened(VerificationEvent.About(opened), opened.Title), capacity);

            return opened.Code;
        }, ct);

    /// <summary>Receives a part of the dossier; a newer one of a kind is its next version.</summary>
    /// <returns>Refusals <c>verification.partUnknown</c>, <c>.paperInFuture</c>, <c>.draftNeedsFile</c>, <c>file.partyDocument</c>, <c>verification.issued</c>.</returns>
    public Task<Result> ReceiveAsync(string code, PaperInput asked, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<CarryOutVerifications>(code, acting, async (work, v, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            if ((await VerificationSetup.OfAsync(work.Db, v, work.Today, token)).Part(asked.Part) is not { } part)
            {
                return new Refusal("verification.partUnknown", nameof(asked.Part));
            }

            if (on > work.Today)
            {
                return new Refusal("verification.paperInFuture", nameof(asked.On));
            }

            if (FileUses.PartyRefusal(asked.Number, asked.File is not null, nameof(asked.File)) is { } refused)
            {
                return refused;
            }

            var sent = await work.SentAsync<VerificationPaper>(asked.Id, v.CouncilId, p => p.VerificationId == v.Id && p.Part == part.Code && p.ReceivedOn == on && p.Number == asked.Number, token);
            if (sent.Sent is not null)
            {
                return Result.Done;
            }

            var paper = new VerificationPaper { Id = sent.Id, VerificationId = v.Id, Part = part.Code, ReceivedOn = on, Number = asked.Number, Note = asked.Note, RecordedAt = work.Now };
            if (asked.File is { } file)
            {
                paper.FileUseId = (await work.AttachAsync(file, VerificationPaperFiles.OwnerKind, paper.Id, token)).Id;
            }

            work.Db.Add(paper);
            work.Record(new VerificationPaperReceived(VerificationEvent.About(v), part.Vietnamese, on), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A written comment on the item.</summary>
    /// <returns>Refusals <c>verification.fromMissing</c>, <c>.commentMissing</c>, <c>.paperInFuture</c>, <c>text.secret</c>.</returns>
    public Task<Result> CommentAsync(string code, CommentInput asked, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<CarryOutVerifications>(code, acting, async (work, v, capacity, token) =>
        {
            if (WrongIn(asked, work.Today) is { } wrong)
            {
                return wrong;
            }

            var (from, text) = (asked.From!.Trim(), asked.Text!.Trim());
            var sent = await work.SentAsync<VerificationComment>(asked.Id, v.CouncilId, c => c.VerificationId == v.Id && c.From == from && c.Text == text, token);
            if (sent.Sent is null)
            {
                work.Db.Add(new VerificationComment { Id = sent.Id, VerificationId = v.Id, From = from, On = asked.On ?? work.Today, Text = text, RecordedAt = work.Now });
                work.Record(new VerificationCommented(VerificationEvent.About(v), from), capacity);
            }

            return Result.Done;
        }, ct);

    private static Refusal? WrongIn(CommentInput asked, DateOnly today) => asked switch
    {
        { From: var from } when string.IsNullOrWhiteSpace(from) => new Refusal("verification.fromMissing", nameof(asked.From)),
        { Text: var text } when string.IsNullOrWhiteSpace(text) => new Refusal("verification.commentMissing", nameof(asked.Text)),
        _ => asked.On > today ? new Refusal("verification.paperInFuture", nameof(asked.On)) : Secrets.InText(asked.Text, nameof(asked.Text)),
    };

    /// <summary>Tiếp thu hoặc giải trình: the agency itself, or the council's clerk on its behalf.</summary>
    /// <returns>Refusals <c>verification.commentNotFound</c>, <c>.answerMissing</c>, <c>text.secret</c>.</returns>
    public Task<Result> AnswerAsync(string code, Guid commentId, bool isAccepted, string? answer, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<AnswerComments>(code, acting, async (work, v, capacity, token) =>
        {
            if (await work.Db.Set<VerificationComment>().FirstOrDefaultAsync(c => c.Id == commentId && c.VerificationId == v.Id, token) is not { } comment)
            {
                return new Refusal("verification.commentNotFound");
            }

            if (string.IsNullOrWhiteSpace(answer))
            {
                return new Refusal("verification.answerMissing", "Answer");
            }

            if (Secrets.InText(answer, "Answer") is { } secret)
            {
                return secret;
            }

            comment.Reply(isAccepted, answer.Trim(), work.Today);
            work.Record(new VerificationCommentAnswered(VerificationEvent.About(v), comment.From, isAccepted), capacity);

            return Result.Done;
        }, ct);

    private static async Task<IReadOnlyList<Refusal>> WrongInAsync(Work work, VerificationInput asked, CouncilSession? session, CancellationToken ct)
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(asked.Title))
        {
            wrong.Add(new Refusal("verification.titleMissing", nameof(asked.Title)));
        }

        if (Secrets.InText(asked.Title, nameof(asked.Title)) is { } secret)
        {
            wrong.Add(secret);
        }

        if (session is null)
        {
            wrong.Add(new Refusal("verification.sessionMissing", nameof(asked.SessionId)));
        }

        if (!await work.Db.Set<Agency>().AnyAsync(a => a.Id == asked.AgencyId && a.CouncilId == asked.CouncilId && a.Until == null, ct))
        {
            wrong.Add(new Refusal("verification.agencyMissing", nameof(asked.AgencyId)));
        }

        if (asked.BodyId is { } body && !await work.Db.Set<Body>().AnyAsync(b => b.Id == body && b.CouncilId == asked.CouncilId && b.Kind == BodyKind.Committee, ct))
        {
            wrong.Add(new Refusal("verification.bodyUnknown", nameof(asked.BodyId)));
        }

        return wrong;
    }
}

/// <summary>Days of a dossier, counted back from the opening of its session.</summary>
internal static class VerificationDays
{
    public static readonly IReadOnlyList<string> Rules = [VerificationRules.PapersRule, VerificationRules.MeetingRule, VerificationRules.ReportRule];

    public static void CountDays(this VerificationCase v, Rules rules, Tier tier)
    {
        DateOnly? Due(string rule) => rules.Due(rule, tier.ToString(), v.CouncilId, v.OpensOn)?.Deadline.Due;
        (v.PapersDueOn, v.MeetingDueOn, v.ReportDueOn) = (Due(VerificationRules.PapersRule), Due(VerificationRules.MeetingRule), Due(VerificationRules.ReportRule));
    }
}
