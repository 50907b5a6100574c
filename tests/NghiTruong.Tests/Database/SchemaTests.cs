using Microsoft.EntityFrameworkCore;
using NghiTruong.Support;

namespace NghiTruong.Tests.Database;

public sealed class SchemaTests
{
    [Theory, Engines]
    public async Task The_migrations_say_what_the_model_says(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var db = house.Db();

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
