using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Operations;
using NghiTruong.Texts;

namespace NghiTruong.Coverage;

public static class CoverageModule
{
    private const string Councils =
        """
        SELECT c.id AS subject_id, c.id AS council_id, c.province_id, c.tier, c.name, c.sort_key, '' AS grp
        FROM council AS c
        WHERE EXISTS (SELECT 1 FROM council_term AS t WHERE t.council_id = c.id AND t."from" <= {0} AND (t.until IS NULL OR t.until >= {0}))
        """;

    private const string Bodies =
        """
        SELECT b.id AS subject_id, c.id AS council_id, c.province_id, c.tier, b.name || ' - ' || c.name AS name, c.sort_key || ' ' || b.code AS sort_key, b.kind AS grp
        FROM body AS b JOIN council AS c ON c.id = b.council_id
        WHERE b."from" <= {0} AND (b.until IS NULL OR b.until >= {0})
          AND EXISTS (SELECT 1 FROM council_term AS t WHERE t.council_id = c.id AND t."from" <= {0} AND (t.until IS NULL OR t.until >= {0}))
        """;

    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.AddSingleton(provider => new CoverageCatalogues(CoverageCatalogue.Of(provider.GetServices<CoverageKind>(), provider.GetRequiredService<TextTable>())));
        services.AddSingleton(provider => provider.GetRequiredService<CoverageCatalogues>().Needed);
        services.AddSingleton(provider => CoverageCounting.SourceOf(provider.GetServices<CoverageKind>()));
        services.AddSingleton<CoverageBook>();
        services.AddSingleton<CoverageCalendar>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<CoverageCalendar>());
        services.AddSingleton<IOutboxHandler, RecountCoverage>();
        services.AddSingleton(new CoverageSubjectSource(CoverageSubjects.Council, Councils));
        services.AddSingleton(new CoverageSubjectSource(CoverageSubjects.Body, Bodies));

        return services;
    }

    /// <summary>A room's own kind.</summary>
    public static IServiceCollection AddCoverage(this IServiceCollection services, CoverageKind kind) => services.AddSingleton(kind);
}
