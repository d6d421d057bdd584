namespace UnionHall.Architecture.Tests;

/// <summary>A module's door is its root folder; everything behind it is internal and sealed.</summary>
public sealed class DoorTests
{
    [Fact]
    public void PublicTypesOfAModuleStandInItsRoot() =>
        House.Types
            .Where(type => type.IsPublic && House.Modules.Contains(type.Assembly.Short()) && type.Namespace != $"UnionHall.{type.Assembly.Short()}")
            .Select(House.Short)
            .ShouldBeEmpty();

    [Fact]
    public void TheAppHasNoDoor() =>
        House.Types.Where(type => type.IsPublic && type.Assembly.Short() == "App").Select(House.Short).ShouldBeEmpty();

    [Fact]
    public void ClassesThatNobodyExtendsAreSealed()
    {
        var types = House.Types.ToList();
        var extended = types.Select(type => type.BaseType).OfType<Type>().Select(parent => parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent).ToHashSet();
        types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !extended.Contains(type))
            .Select(House.Short)
            .ShouldBeEmpty();
    }
}
