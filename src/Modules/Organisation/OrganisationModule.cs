using Microsoft.Extensions.DependencyInjection;
using UnionHall.Organisation.AddEnterprise;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.CloseUnit;
using UnionHall.Organisation.CountHeads;
using UnionHall.Organisation.Data;
using UnionHall.Organisation.DelegatePost;
using UnionHall.Organisation.Demo;
using UnionHall.Organisation.EditEnterprise;
using UnionHall.Organisation.EndPost;
using UnionHall.Organisation.ExplainAccess;
using UnionHall.Organisation.ExportTable;
using UnionHall.Organisation.GivePost;
using UnionHall.Organisation.HandOverPosts;
using UnionHall.Organisation.Imports;
using UnionHall.Organisation.MergeUnits;
using UnionHall.Organisation.MoveUnit;
using UnionHall.Organisation.OpenUnit;
using UnionHall.Organisation.Parts;
using UnionHall.Organisation.RenameUnit;
using UnionHall.Organisation.RollBackImport;
using UnionHall.Organisation.RunImport;
using UnionHall.Platform;
using UnionHall.Platform.Cli;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Filling;
using UnionHall.Platform.Security;

namespace UnionHall.Organisation;

/// <summary>Registers the module.</summary>
public static class OrganisationModule
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddScoped<OrganisationDb>();
        services.AddSingleton<UnitTreeCache>();
        services.AddScoped<WholeTree>();
        services.AddSingleton(provider => new UnitDirectory(provider.GetRequiredService<UnitTreeCache>()));
        services.AddScoped(provider => new StaffDirectory(provider.GetRequiredService<OrganisationDb>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new EnterpriseDirectory(provider.GetRequiredService<OrganisationDb>(), provider.GetRequiredService<UnitTreeCache>()));
        services.AddScoped<IGrantSource, GrantSource>();
        services.AddScoped<IAccountReach, AccountReach>();
        services.AddScoped<IDemoPart, DemoUnits>();
        services.AddScoped<IFillPart, FillUnits.UnitFill>();
        AddHandlers(services);
        AddImports(services);
        services.AddScoped<UnitsInReach>();
        services.AddScoped<PostsInReach>();
        services.AddScoped<AccessExplainer>();
        services.AddCommand<ExplainAccessCommand>();
        services.AddScoped<UnitImpact>();
        services.AddApiKeys();
        services.AddOrganisationEntries();
        services.AddOrganisationLabels();
        return services.AddModelPart<OrganisationModel>();
    }

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddScoped<OpenUnitHandler>();
        services.AddScoped<RenameUnitHandler>();
        services.AddScoped<MoveUnitHandler>();
        services.AddScoped<MergeUnitsHandler>();
        services.AddScoped<UnitHolds>();
        services.AddScoped<CloseUnitHandler>();
        services.AddScoped<GivePostHandler>();
        services.AddScoped<EndPostHandler>();
        services.AddScoped<DelegatePostHandler>();
        services.AddScoped<HandOverPostsHandler>();
        services.AddScoped<AddEnterpriseHandler>();
        services.AddScoped<EditEnterpriseHandler>();
        services.AddScoped<CountHeadsHandler>();
    }

    private static void AddImports(IServiceCollection services)
    {
        services.AddScoped<IImportSheet, UnitSheet>();
        services.AddScoped<IImportSheet, PostSheet>();
        services.AddScoped<IImportSheet, EnterpriseSheet>();
        services.AddScoped<ImportShelf>();
        services.AddScoped<RunImportHandler>();
        services.AddScoped<RollBackImportHandler>();
        services.AddScoped<ExportTableHandler>();
        services.AddScoped(provider => new OrganisationImport(provider.GetRequiredService<RunImportHandler>(), provider.GetRequiredService<OrganisationDb>()));
        foreach (var kind in ImportKinds.All)
        {
            services.AddScoped<ICommand>(provider => ActivatorUtilities.CreateInstance<ImportCommand>(provider, kind));
            services.AddScoped<ICommand>(provider => ActivatorUtilities.CreateInstance<ExportCommand>(provider, kind));
        }
    }

    /// <summary>Lets a module explain who sees its things.</summary>
    public static IServiceCollection AddAccessSubject<TSubject>(this IServiceCollection services)
        where TSubject : class, IAccessSubject => services.AddScoped<IAccessSubject, TSubject>();
}
