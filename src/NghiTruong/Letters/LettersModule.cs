using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Documents.Files;

namespace NghiTruong.Letters;

public static class LettersModule
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<FormTexts>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<LetterOffice>();
        services.AddSingleton<LetterList>();
        services.AddSingleton<LetterForms>();
        services.AddSingleton<LetterTemplates>();
        services.AddSingleton<IFileOwner, LetterFiles>();
        services.AddSingleton<IFileOwner, TemplateFiles>();
        services.AddLetterKind<GeneralLetter>();
        services.AddLetterKind<WithdrawalNotice>();

        return services;
    }

    /// <summary>A room's kind of letter, offered to the page of templates too.</summary>
    public static IServiceCollection AddLetterKind<T>(this IServiceCollection services)
        where T : class, ILetterContent
    {
        services.AddSingleton<T>();
        services.AddSingleton<ILetterContent>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IDocumentKind>(provider => provider.GetRequiredService<T>());

        return services;
    }
}
