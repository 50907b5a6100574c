using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Delegates;
using NghiTruong.Letters;

namespace NghiTruong.Training;

public static class TrainingModule
{
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        services.AddSingleton<TrainingDesk>();
        services.AddSingleton<TrainingEnrolment>();
        services.AddSingleton<TrainingRoll>();
        services.AddSingleton<TrainingReader>();
        services.AddSingleton<TrainingFigures>();
        services.AddSingleton<TrainingCertificates>();
        services.AddSingleton<IDocumentKind>(new TrainingCertificateKind());
        services.AddSingleton(TrainingCatalogue.Catalogue);
        services.AddCoverage(TrainingCoverage.Kind);
        services.AddSingleton<IDelegateTeller, TrainingTeller>();
        services.AddSingleton<IMovesOnMerge, TrainingMoves>();

        return services;
    }
}
