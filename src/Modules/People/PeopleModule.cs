using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation;
using UnionHall.People.CorrectProfile;
using UnionHall.People.Data;
using UnionHall.People.Demo;
using UnionHall.People.Domain;
using UnionHall.People.ExportProfile;
using UnionHall.People.RegisterWorker;
using UnionHall.Platform;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Filling;

namespace UnionHall.People;

/// <summary>Registers the module.</summary>
public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped<PeopleDb>();
        services.AddSingleton<PersonSeal>();
        services.AddScoped(made => new PersonDirectory(
            made.GetRequiredService<PeopleDb>(), made.GetRequiredService<PersonSeal>(), made.GetRequiredService<UnitDirectory>()));
        services.AddScoped<RegisterWorkerHandler>();
        services.AddScoped<ProfileQuery>();
        services.AddScoped<UnitChoice>();
        services.AddScoped<CorrectProfileHandler>();
        services.AddScoped<ExportProfileQuery>();
        services.AddScoped<IDemoPart, DemoPeople>();
        services.AddScoped<IFillPart, FillPeople.PersonFill>();
        services.AddPeopleLabels();
        return services.AddModelPart<PeopleModel>();
    }
}
