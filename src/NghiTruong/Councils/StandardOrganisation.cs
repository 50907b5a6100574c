using System.Text.Json;
using System.Text.Json.Serialization;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Councils;

/// <summary>
/// The bodies and agencies a council begins with, by kind of unit, and the first days of terms: rows of <c>standard-organisation.json</c>
/// (Law 72/2025/QH15, Art 29). Each office changes its own afterwards.
/// </summary>
public sealed record StandardOrganisation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static StandardOrganisation Shipped { get; } = Read();

    public required IReadOnlyList<StandardTerm> Terms { get; init; }

    public required IReadOnlyList<StandardBody> Bodies { get; init; }

    public required IReadOnlyList<StandardAgency> Agencies { get; init; }

    /// <summary>Stages the standard bodies and agencies of a new council; one that has ended already gets only what every time knew.</summary>
    internal void Found(Db db, Council council, UnitKind kind, string unitName, DateOnly from, DateOnly? until = null)
    {
        foreach (var body in Bodies.Where(b => b.For.Contains(kind) && (until is null || b.Always)))
        {
            db.Add(body.Of(council, unitName, from, until));
        }

        Agency? committee = null;
        foreach (var standard in Agencies.Where(a => a.For.Contains(kind) && (until is null || a.Always)))
        {
            var agency = standard.Of(council, unitName, from, until, standard.UnderCommittee ? committee?.Id : null);
            committee ??= agency;
            db.Add(agency);
        }
    }

    private static StandardOrganisation Read()
    {
        using var file = typeof(StandardOrganisation).Assembly.GetManifestResourceStream("NghiTruong.Councils.standard-organisation.json")!;

        return JsonSerializer.Deserialize<StandardOrganisation>(file, Json)!;
    }
}

/// <summary>A term and its first day (the day of election).</summary>
public sealed record StandardTerm(string Term, DateOnly From);

/// <summary>A body that councils of these kinds of unit begin with; <c>{unit}</c> stands for <c>xã Bản Mẫu</c>.</summary>
public sealed record StandardBody(
    string Code, BodyKind Kind, string Name, IReadOnlyList<UnitKind> For, string AuthorityForm, string SignerTitle, string Basis, bool Always = false)
{
    internal Body Of(Council council, string unitName, DateOnly from, DateOnly? until) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Kind = Kind,
        Code = Code,
        Name = UnitNames.Fill(Name, unitName),
        AuthorityForm = AuthorityForm,
        SignerTitle = SignerTitle,
        From = from,
        Until = until,
    };
}

/// <summary>An agency that councils of these kinds of unit begin with; the first of each kind is the UBND.</summary>
public sealed record StandardAgency(AgencyKind Kind, string Name, string? ShortName, IReadOnlyList<UnitKind> For, bool UnderCommittee = false, bool Always = false)
{
    internal Agency Of(Council council, string unitName, DateOnly from, DateOnly? until, Guid? parent)
    {
        var name = UnitNames.Fill(Name, unitName);

        return new Agency
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Kind = Kind,
            Name = name,
            Folded = VietnameseText.Fold(name),
            ShortName = ShortName,
            ParentId = parent,
            From = from,
            Until = until,
        };
    }
}
