using Microsoft.Extensions.DependencyInjection;
using UnionHall.Requests.Acting;

namespace UnionHall.Requests;

/// <summary>Registers what makes requests of letters to the mailboxes of the union.</summary>
internal static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddScoped<LetterReaders>();
        return services;
    }
}
