using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Verification;

/// <summary>A note, tied to a paragraph of the draft where it is about one.</summary>
public sealed record NoteInput
{
    /// <summary>The form's own id: pressed twice it is one note.</summary>
    public Guid? Id { get; init; }

    /// <summary>Code of the part of the report it is about.</summary>
    [StringLength(80)]
    public string Part { get; init; } = ReportPart.LegalBasis;

    [Range(1, 100_000)]
    public int? Paragraph { get; init; }

    [StringLength(1000)]
    public string? Quote { get; init; }

    [StringLength(4000)]
    public string? Text { get; init; }
}

/// <summary>The words of one part of the report as they are typed.</summary>
/// <param name="Seen">Mark of the words the form was filled from (<see cref="StampOf"/>); null where the caller does not say.</param>
public sealed record PartText(string? Text, string? Seen = null)
{
    /// <summary>A short mark of words: whether a part has changed since a form was filled from it.</summary>
    public static string StampOf(string? text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Lines(text))))[..16];

    /// <summary>The form says that somebody else wrote here since it was filled.</summary>
    public bool IsStale(string? stands) => Seen is { Length: > 0 } && Seen != StampOf(stands) && StampOf(Text) != StampOf(stands);

    /// <summary>Its words are those the form was filled from: the person did not touch this part.</summary>
    public bool IsUntouched => Seen is { Length: > 0 } && Seen == StampOf(Text);

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

/// <summary>Points for one criterion.</summary>
public sealed record ScoreInput(string Criterion, int Points, bool IsIllegal, string? Note = null);

/// <summary>What happened at the committee's meeting.</summary>
public sealed record MeetingInput
{
    public DateOnly? On { get; init; }

    [StringLength(8000)]
    public string? Presentation { get; init; }

    [StringLength(8000)]
    public string? Opinions { get; init; }

    [StringLength(8000)]
    public string? Explanation { get; init; }

    public int Members { get; init; }

    public int Present { get; init; }

    public int For { get; init; }

    public int Against { get; init; }

    public int Abstained { get; init; }

    public VerificationPosition? Position { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>Bàn thẩm tra: the parts, notes, the 100-point frame, the meeting, and the report that is written from them.</summary>
public sealed class VerificationWorkbench(OperationRunner operations, VerificationReport report)
{
    private const int LongestPart = 20_000;

    /// <summary>Writes the parts; what is not named stays. Two who write at once keep each their parts; where both changed the same one, the second sees it refused and loses nothing typed.</summary>
    /// <returns>Refusals <c>verification.issued</c>, <c>verification.partChanged</c>, <c>verification.reportPartUnknown</c>, <c>verification.textTooLong</c>, <c>text.secret</c>.</returns>
    public Task<Result> WriteAsync(string code, IReadOnlyDictionary<string, PartText> texts, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<CarryOutVerifications>(code, acting, async (work, v, capacity, token) =>
        {
            var setup = await VerificationSetup.OfAsync(work.Db, v, work.Today, token);
            if (texts.Select(t => WrongIn(setup, t.Key, t.Value.Text)).FirstOrDefault(r => r is not null) is { } wrong)
            {
                return wrong;
            }

            var known = await work.Db.Set<VerificationPart>().Where(p => p.VerificationId == v.Id).ToDictionaryAsync(p => p.Part, token);
            if (texts.FirstOrDefault(t => !t.Value.IsUntouched && t.Value.IsStale(known.GetValueOrDefault(t.Key)?.Text)) is { Key: { } stale })
            {
                return new Refusal("verification.partChanged", $"Texts[{stale}]", setup.ReportPart(stale)!.Vietnamese);
            }

            foreach (var (part, (text, _)) in texts.Where(t => !t.Value.IsUntouched))
            {
                if (!known.TryGetValue(part, out var row))
                {
                    row = new VerificationPart { Id = Guid.CreateVersion7(), VerificationId = v.Id, Part = part };
                    work.Db.Add(row);
                }

                row.Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
            }

            work.Record(new VerificationWritten(VerificationEvent.About(v)), capacity);

            return Result.Done;
        }, ct);

    private static Refusal? WrongIn(VerificationSetup setup, string part, string? text) => setup.ReportPart(part) is null
        ? new Refusal("verification.reportPartUnknown", "Texts", part)
        : text?.Length > LongestPart ? new Refusal("verification.textTooLong", $"Texts[{part}]", LongestPart) : Secrets.InText(text, $"Texts[{part}]");

    /// <returns>Refusals <c>verification.noteMissing</c>, <c>text.secret</c>.</returns>
    public Task<Result> NoteAsync(string code, NoteInput asked, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<CarryOutVerifications>(code, acting, async (work, v, capacity, token) =>
        {
            if ((string.IsNullOrWhiteSpace(asked.Text) ? new Refusal("verification.noteMissing", nameof(asked.Text)) : Secrets.InText(asked.Text, nameof(asked.Text))) is { } wrong)
            {
                return wrong;
            }

            var text = asked.Text!.Trim();
            var sent = await work.SentAsync<VerificationNote>(asked.Id, v.CouncilId, n => n.VerificationId == v.Id && n.Text == text, token);
            if (sent.Sent is not null)
            {
                return Result.Done;
            }

            work.Db.Add(new VerificationNote
            {
                Id = sent.Id,
                VerificationId = v.Id,
                Part = asked.Part,
                Paragraph = asked.Paragraph,
                Quote = asked.Quote,
                Text = text,
                By = acting.FullName,
                RecordedAt = work.Now,
            });
            work.Record(new VerificationNoted(VerificationEvent.About(v)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Gives points by the frame; criteria not named stay as they are.</summary>
    /// <returns>The result; refusals <c>verification.criterionUnknown</c>, <c>verification.pointsOutOfRange</c>.</returns>
    public Task<Result> ScoreAsync(string code, IReadOnlyList<ScoreInput> scores, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<CarryOutVerifications>(code, acting, async (work, v, capacity, token) =>
        {
            var setup = await VerificationSetup.OfAsync(work.Db, v, work.Today, token);
            var known = await work.Db.Set<VerificationScore>().Where(s => s.VerificationId == v.Id).ToDictionaryAsync(s => s.Criterion, token);
            foreach (var score in scores)
            {
                if (setup.Criterion(score.Criterion) is not { } criterion)
                {
                    return new Refusal("verification.criterionUnknown", "Scores", score.Criterion);
                }

                if (score.Points < 0 || score.Points > criterion.Most)
                {
                    return new Refusal("verification.pointsOutOfRange", "Scores", criterion.Code, criterion.Most);
                }

                if (known.TryGetValue(criterion.Code, out var row))
                {
                    (row.Points, row.IsIllegal, row.Note) = (score.Points, score.IsIllegal, score.Note);
                }
                else
                {
                    known[criterion.Code] = row = new VerificationScore { Id = Guid.CreateVersion7(), VerificationId = v.Id, Criterion = criterion.Code, Points = score.Points, IsIllegal = score.IsIllegal, Note = score.Note };
                    work.Db.Add(row);
                }
            }

            var result = ScoreFrame.Judge([.. known.Values.Where(s => setup.Criterion(s.Criterion) is not null).Select(s => (s.Points, s.IsIllegal))], setup.Bands);
            work.Record(new VerificationScored(VerificationEvent.About(v), result.Total, result.Grade), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The committee met, heard presentation, opinions and explanation, and concluded by a majority of all its members.</summary>
    /// <returns>Refusals <c>verification.meetingInFuture</c>, <c>.positionMissing</c>, those of <see cref="VerificationRules.WrongIn(MeetingVotes)"/>, <c>record.changedMeanwhile</c>, <c>text.secret</c>.</returns>
    public Task<Result> MeetAsync(string code, MeetingInput asked, Acting acting, CancellationToken ct) =>
        operations.ChangeAsync<ConcludeVerifications>(code, acting, (work, v, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            var votes = new MeetingVotes(asked.Members, asked.Present, asked.For, asked.Against, asked.Abstained);
            if (Work.ChangedMeanwhile(v, asked.Version) is { } stale)
            {
                return Task.FromResult<Result>(stale);
            }

            List<Refusal> wrong = [.. VerificationRules.WrongIn(votes)];
            wrong.AddRange(new[]
            {
                on > work.Today ? new Refusal("verification.meetingInFuture", nameof(asked.On)) : null,
                asked.Position is null ? new Refusal("verification.positionMissing", nameof(asked.Position)) : null,
                Secrets.InText(asked.Presentation, nameof(asked.Presentation)),
                Secrets.InText(asked.Opinions, nameof(asked.Opinions)),
                Secrets.InText(asked.Explanation, nameof(asked.Explanation)),
            }.OfType<Refusal>());
            if (wrong.Count > 0)
            {
                return Task.FromResult(Result.Refuse(wrong));
            }

            v.Meet(on, asked.Presentation?.Trim(), asked.Opinions?.Trim(), asked.Explanation?.Trim(), votes, asked.Position!.Value);
            work.Record(new VerificationMet(VerificationEvent.About(v), on, asked.Position.Value, asked.For, asked.Members), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>Drafts the report as a letter of the committee; from there it goes the signing path, or is recorded as signed outside.</summary>
    /// <returns>The letter; refusals <c>verification.partMissing</c>, <c>.positionMissing</c>, <c>.issued</c>. A draft that is there already is given again.</returns>
    public Task<Result<Guid>> DraftReportAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.VerificationAsync<ConcludeVerifications>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (v, capacity) = found.Value;
            await work.HoldAsync(v.CouncilId, token);
            if (v.LetterId is { } drafted)
            {
                return drafted;
            }

            var parts = await work.Db.Set<VerificationPart>().Where(p => p.VerificationId == v.Id).ToListAsync(token);
            if (VerificationRules.CannotBeReported(v, parts, await VerificationSetup.OfAsync(work.Db, v, work.Today, token)) is { Count: > 0 } missing)
            {
                return Result<Guid>.Refuse(missing);
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == v.CouncilId, token);
            var letter = work.DraftLetter(
                new NewLetter
                {
                    SenderCouncilId = v.CouncilId,
                    ProvinceId = v.ProvinceId,
                    Kind = VerificationReport.KindCode,
                    Abstract = report.AbstractOf(v),
                    RecipientName = council.Name,
                    RecipientCouncilId = council.Id,
                    BodyId = v.BodyId,
                    Notation = VerificationReport.Notation,
                },
                capacity);
            v.LetterId = letter.Id;

            return letter.Id;
        }, ct);
}
