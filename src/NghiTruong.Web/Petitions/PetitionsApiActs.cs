using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

/// <summary><c>POST /api/v1/petitions/{code}/{action}</c>: done is 204 (<c>forward</c>: the letter), refused is a problem with its code.</summary>
internal static class PetitionsApiActs
{
    public static void Map(RouteGroupBuilder api)
    {
        Act<SortPetitions>(api.MapPost("/classify", (string code, ClassifyBody b, PetitionDesk desk, Acting who, TextTable texts, CancellationToken ct) =>
            Told(desk.ClassifyAsync(code, new Classification(b.Kind, b.Field, b.Authority, null, b.Version), who, ct), texts)));
        Act<SortPetitions>(api.MapPost("/merge", (string code, MergeBody b, PetitionDesk desk, Acting who, TextTable texts, CancellationToken ct) =>
            Told(desk.MergeAsync(code, b.Into ?? code, who, ct), texts)));
        Act<SortPetitions>(api.MapPost("/unmerge", (string code, PetitionDesk desk, Acting who, TextTable texts, CancellationToken ct) =>
            Told(desk.UnmergeAsync(code, who, ct), texts)));
        Act<SendPetitions>(api.MapPost("/pass", async (string code, PassBody b, PetitionDesk desk, CouncilDesks desks, Acting who, TextTable texts, CancellationToken ct) =>
            await Told(desk.PassAsync(code, (await desks.FindAsync(b.To, ct))?.Id ?? Guid.Empty, b.Note, who, ct), texts)));
        Act<SendPetitions>(api.MapPost("/forward", ForwardAsync)).Produces<Forwarded>();
        Act<SendPetitions>(api.MapPost("/withdraw", (string code, ReasonBody b, PetitionForwarder forwarder, Acting who, TextTable texts, CancellationToken ct) =>
            Told(forwarder.WithdrawAsync(code, b.Reason ?? "", who, ct), texts)));
        Act<ReplyToPetitions>(api.MapPost("/accept", (string code, AcceptBody? b, PetitionReplies replies, Acting who, TextTable texts, CancellationToken ct) =>
            Told(replies.AcceptAsync(code, b?.On, who, ct), texts)));
        Act<ReplyToPetitions>(api.MapPost("/refuse", (string code, ReasonBody b, PetitionReplies replies, Acting who, TextTable texts, CancellationToken ct) =>
            Told(replies.RefuseAsync(code, b.Reason ?? "", b.Document, who, ct), texts)));
        Act<SendPetitions>(api.MapPost("/extend", (string code, ExtendBody b, PetitionReplies replies, Acting who, TextTable texts, CancellationToken ct) =>
            Told(replies.ExtendAsync(code, b.To, b.Document, who, ct), texts)));
        Act<ReplyToPetitions>(api.MapPost("/answer", (string code, AnswerBody b, PetitionReplies replies, Acting who, TextTable texts, CancellationToken ct) =>
            Told(replies.AnswerAsync(Answer(code, b), who, ct), texts)));
        Act<EvaluatePetitions>(api.MapPost("/evaluate", (string code, OutcomeBody b, PetitionJudgement judgement, Acting who, TextTable texts, CancellationToken ct) =>
            Told(judgement.EvaluateAsync(code, b.Outcome, b.Note, who, ct), texts)));
        Act<ConcludePetitions>(api.MapPost("/conclude", (string code, OutcomeBody b, PetitionJudgement judgement, Acting who, TextTable texts, CancellationToken ct) =>
            Told(judgement.ConcludeAsync(code, b.Outcome, b.Note, who, ct), texts)));
        Act<NotifyVoters>(api.MapPost("/notify", (string code, NotifyBody b, PetitionJudgement judgement, Acting who, TextTable texts, CancellationToken ct) =>
            Told(judgement.NotifyAsync(code, b.Channel, b.On, b.Evidence, null, who, ct), texts)));
        Act<NotifyVoters>(api.MapPost("/close", (string code, PetitionJudgement judgement, Acting who, TextTable texts, CancellationToken ct) =>
            Told(judgement.CloseAsync(code, who, ct), texts)));
        Act<EvaluatePetitions>(api.MapPost("/reopen", (string code, ReasonBody b, PetitionJudgement judgement, Acting who, TextTable texts, CancellationToken ct) =>
            Told(judgement.ReopenAsync(code, b.Reason ?? "", who, ct), texts)));
    }

    private static RouteHandlerBuilder Act<T>(RouteHandlerBuilder endpoint)
        where T : Permission, new() =>
        endpoint.Requires<T>().Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ForwardAsync(string code, ForwardBody b, PetitionForwarder forwarder, Acting who, TextTable texts, CancellationToken ct)
    {
        var sent = await forwarder.ForwardAsync(
            new ForwardInput
            {
                Codes = [code, .. b.With ?? []],
                RecipientAgencyId = b.Recipient,
                LeadAgencyId = b.Lead,
                CooperatingAgencyIds = b.Cooperating ?? [],
                Abstract = b.Abstract,
                Number = b.Number,
                Notation = b.Notation,
                IssuedOn = b.IssuedOn,
                DueOn = b.DueOn,
            },
            who, ct);

        return sent.IsRefused ? Problems.Of(sent, texts) : Results.Ok(new Forwarded(sent.Value));
    }

    private static AnswerInput Answer(string code, AnswerBody b) => new()
    {
        AgencyId = b.Agency,
        Number = b.Number,
        IssuedOn = b.IssuedOn,
        ReceivedOn = b.ReceivedOn,
        Items = [new AnswerItem(code, b.Extract, b.Outcome)],
    };

    private static async Task<IResult> Told<T>(Task<T> act, TextTable texts)
        where T : Result => await act is { IsRefused: true } refused ? Problems.Of(refused, texts) : Results.NoContent();
}
