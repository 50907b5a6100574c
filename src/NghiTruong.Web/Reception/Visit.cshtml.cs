using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>One row of the book with its columns, what became of it, its papers.</summary>
[Requires<KeepReceptionBook>]
public sealed class VisitModel(StoryTeller story, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "ket-qua";

    public StoryPart Story { get; private set; } = null!;

    public void OnGet() => Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
}
