using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using UnionHall.Platform.Security;

namespace UnionHall.Architecture.Tests;

/// <summary>Names tell what a thing is, the same way everywhere (STYLE.md).</summary>
public sealed partial class NamingTests
{
    private static readonly string[] SaysNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Base", "Dto", "Impl"];

    [Fact]
    public void NoNameThatSaysNothing() =>
        House.Types
            .Where(type => !typeof(ITagHelper).IsAssignableFrom(type) && Words(type.Name).Any(SaysNothing.Contains))
            .Select(House.Short)
            .Concat(House.Files("Extensions.cs"))
            .ShouldBeEmpty();

    [Fact]
    public void APageIsNamedAfterItsFolder() =>
        Pages().Where(page => page.Name != $"{page.Namespace!.Split('.')[^1]}Page").Select(House.Short).ShouldBeEmpty();

    [Fact]
    public void WhatHandlesAnActorsActIsAHandler() =>
        House.Types
            .Where(type => !type.IsInterface && !type.Name.EndsWith("Handler", StringComparison.Ordinal) && Takes(type, "HandleAsync", typeof(Actor)))
            .Select(House.Short)
            .ShouldBeEmpty();

    [Fact]
    public void AHandlerIsCalledByHandleAsync() =>
        House.Types
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Handler", StringComparison.Ordinal) && type.BaseType == typeof(object))
            .Where(type => !type.GetMethods().Any(method => method.Name.EndsWith("Async", StringComparison.Ordinal)))
            .Select(House.Short)
            .ShouldBeEmpty();

    [Fact]
    public void AQueryChangesNothing() =>
        House.Types
            .Where(type => type.Name.EndsWith("Query", StringComparison.Ordinal) && Takes(type, "SaveAsync", typeof(Actor)))
            .Select(House.Short)
            .ShouldBeEmpty();

    internal static IEnumerable<Type> Pages() => House.Types.Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract);

    private static bool Takes(Type type, string method, Type parameter) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Any(candidate => candidate.Name == method && candidate.GetParameters().Any(one => one.ParameterType == parameter));

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
