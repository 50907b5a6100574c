using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Tests.Security;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nt_keys_");

    [Fact]
    public void What_is_sealed_opens_for_its_purpose_only()
    {
        var protector = new Protector(MasterKeys.Open(_folder.FullName));

        var box = protector.Seal("letter.denouncer", "Lò Thị Mẫu");

        Assert.Equal("Lò Thị Mẫu", protector.Open("letter.denouncer", box));
        Assert.ThrowsAny<CryptographicException>(() => protector.Open("account.totp", box));
        Assert.ThrowsAny<CryptographicException>(() => protector.Open("letter.denouncer", box[..^3] + "AAA"));
        Assert.NotEqual(box, protector.Seal("letter.denouncer", "Lò Thị Mẫu"));
    }

    [Fact]
    public void The_key_folder_is_its_owners_alone()
    {
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        MasterKeys.Open(_folder.FullName);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.FullName));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.FullName, "master.keys")));
    }

    [Fact]
    public async Task A_rotation_seals_everything_again_and_forgets_the_old_key()
    {
        await using var web = await WebTest.OpenAsync();
        using var client = await web.SignInAsync("vanphong");
        await client.SubmitAsync(await client.PageAsync("/toi/hai-buoc"), "form[action*=Start]", []);
        var before = (await client.PageAsync("/toi/hai-buoc")).QuerySelector("ol code")!.TextContent;
        var keys = web.Get<MasterKeys>();
        var old = keys.CurrentId;

        var count = await web.Get<KeyRotation>().RunAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.True(count >= 2, $"{count} sealed again: the key ring and one TOTP key at least");
        Assert.DoesNotContain(old, await File.ReadAllTextAsync(Path.Combine(keys.Directory, "master.keys"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(Path.Combine(keys.Directory, "ring")), file => Assert.DoesNotContain(old, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(before, (await client.PageAsync("/toi/hai-buoc")).QuerySelector("ol code")!.TextContent);
        await using var db = web.Db();
        Assert.DoesNotContain(old, (await db.Set<User>().SingleAsync(u => u.UserName == "vanphong", TestContext.Current.CancellationToken)).AuthenticatorKey!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_killed_in_the_middle_loses_nothing_and_is_run_again()
    {
        await using var web = await WebTest.OpenAsync();
        var keys = web.Get<MasterKeys>();
        var protector = web.Get<Protector>();
        var kept = new Column(protector.Seal("test", "một"), protector.Seal("test", "hai"));
        var ct = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<IOException>(() => new KeyRotation(keys, protector, [kept with { DiesAfter = 1 }]).RunAsync(TimeSpan.Zero, ct));
        Assert.Equal(["một", "hai"], kept.Values.Select(v => protector.Open("test", v)));

        await new KeyRotation(keys, protector, [kept]).RunAsync(TimeSpan.Zero, ct);
        Assert.Equal(["một", "hai"], kept.Values.Select(v => protector.Open("test", v)));
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(keys.Directory, "master.keys"), ct));
        Assert.All(kept.Values, v => Assert.True(protector.IsCurrent(v)));
    }

    [Fact]
    public void A_node_that_was_up_before_a_rotation_seals_under_the_new_key()
    {
        var node = new Protector(MasterKeys.Open(_folder.FullName));
        var before = node.Seal("test", "một");
        var elsewhere = MasterKeys.Open(_folder.FullName);
        elsewhere.Add();

        var after = node.Seal("test", "hai");

        Assert.Contains(elsewhere.CurrentId, after, StringComparison.Ordinal);
        Assert.Equal("một", node.Open("test", before));
        Assert.Equal("hai", new Protector(elsewhere).Open("test", after));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed record Column(params string[] Values) : ISealedColumn
    {
        public int DiesAfter { get; init; } = int.MaxValue;

        public Task<int> SealAgainAsync(Protector protector, CancellationToken ct)
        {
            var changed = 0;
            for (var i = 0; i < Values.Length; i++)
            {
                if (protector.IsCurrent(Values[i]))
                {
                    continue;
                }

                if (changed == DiesAfter)
                {
                    throw new IOException("killed");
                }

                Values[i] = protector.SealAgain("test", Values[i]);
                changed++;
            }

            return Task.FromResult(changed);
        }
    }
}
