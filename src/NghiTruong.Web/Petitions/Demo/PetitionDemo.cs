using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>
/// The petitions of Tỉnh Bản Mẫu over five months, told through the real operations on their days: so that every role finds something to do today, and no
/// list is empty. Days count back from the day on which the demo is made.
/// </summary>
public sealed class PetitionDemo : IDemo
{
    public int Order => 10;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var words = DemoWords.Read();
        DemoOffice OfficeOf(NghiTruong.Councils.Council council) => new(stage, stage.Script, words, council);
        var province = new ProvinceStory(OfficeOf(stage.World.Province), stage);
        var home = new HomeStory(OfficeOf(stage.World.Home), province, stage, words);
        home.Tell();
        foreach (var (commune, i) in stage.World.Communes.Skip(1).Select((c, i) => (c, i)))
        {
            new CommuneStory(OfficeOf(commune), province, stage, words, i).Tell();
        }

        province.Tell();

        return Task.CompletedTask;
    }
}
