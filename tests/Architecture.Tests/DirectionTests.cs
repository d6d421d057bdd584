using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using UnionHall.Testing;

namespace UnionHall.Architecture.Tests;

/// <summary>Who may look at whom. Read from metadata, so that a use hidden in generated code counts too.</summary>
public sealed class DirectionTests
{
    [Fact]
    public void AProjectUsesOnlyProjectsBelowIt()
    {
        foreach (var (project, place) in House.Projects.Select((project, place) => (project, place)))
        {
            var used = ReferencedProjects(project).Concat(ProjectReferences(project)).Distinct();
            used.Where(other => Array.IndexOf(House.Projects, other) >= place).ShouldBeEmpty($"{project} looks up");
        }
    }

    [Fact]
    public void TextKnowsNeitherWebNorDatabase() =>
        House.Assemblies[0].GetReferencedAssemblies().Select(other => other.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void AModuleUsesOnlyTheRootNamespaceOfAnotherModule()
    {
        var inner =
            from module in House.Modules
            from used in TypesUsed(module)
            where House.Modules.Contains(used.Project) && used.Namespace != $"UnionHall.{used.Project}"
            select $"{module} uses {used.Namespace}.{used.Name}";
        inner.ShouldBeEmpty();
    }

    [Fact]
    public void AModuleOpensItsInternalsToItsTestsOnly()
    {
        var opened =
            from assembly in House.Assemblies
            from friend in assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false).Cast<InternalsVisibleToAttribute>()
            let name = friend.AssemblyName.Split(',')[0]
            where House.Projects.Contains(name.Replace("UnionHall.", string.Empty, StringComparison.Ordinal))
            select $"{assembly.Short()} is open to {name}";
        opened.ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencedProjects(string project) =>
        House.Assemblies[Array.IndexOf(House.Projects, project)].GetReferencedAssemblies()
            .Select(other => other.Name!)
            .Where(name => name.StartsWith("UnionHall.", StringComparison.Ordinal))
            .Select(name => name["UnionHall.".Length..]);

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, House.Files($"{project}.csproj").Single(path => path.StartsWith("src", StringComparison.Ordinal))))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    private static List<(string Project, string Namespace, string Name)> TypesUsed(string module)
    {
        using var file = new PEReader(File.OpenRead(House.Assemblies[Array.IndexOf(House.Projects, module)].Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            .Select(type => (
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name).Replace("UnionHall.", string.Empty, StringComparison.Ordinal),
                metadata.GetString(type.Namespace),
                metadata.GetString(type.Name)))];
    }
}
