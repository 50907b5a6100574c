using NghiTruong.Journal;

namespace NghiTruong.Law.Definitions;

/// <summary>An entry of a catalogue was added, said anew, or is no longer asked for.</summary>
/// <param name="OfCouncil">Whose word it is; null for the nation's.</param>
public sealed record DefinitionChanged(Subject Subject, string Catalogue, string Name, Guid? OfCouncil, bool IsRetired, DateOnly ValidFrom) : HouseEvent(Subject)
{
    public override string Code => "law.definitionChanged";
}

/// <summary>Trở về mặc định: what stands above holds again.</summary>
public sealed record DefinitionReturned(Subject Subject, string Catalogue, string Name, Guid? OfCouncil) : HouseEvent(Subject)
{
    public override string Code => "law.definitionReturned";
}
