namespace NghiTruong.Web.Petitions.Demo;

/// <summary>One petition of the story; its code is known once it has been recorded.</summary>
internal sealed class Matter(MatterLine line, string hamlet)
{
    public MatterLine Line => line;

    public string Hamlet => hamlet;

    public string Asked { get; init; } = DemoWords.Fill(line.Asked, hamlet);

    public string Code { get; set; } = "";

    /// <summary>The same matter raised before an earlier session.</summary>
    public Matter? Before { get; init; }
}

/// <summary>A meeting or a session of the story; its id is known once it has been recorded.</summary>
internal sealed class Kept
{
    public Guid Id { get; set; }
}
