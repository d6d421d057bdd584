using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace UnionHall.Platform.Ui;

/// <summary>
/// The built front-end files of wwwroot/dist. Their names change with their content, so a browser keeps them for good;
/// pages ask here for today's name. The manifest is read again when a build changes it.
/// </summary>
public sealed class Assets
{
    private readonly string manifest;
    private (Dictionary<string, string> Names, DateTime Written) read = ([], default);

    public Assets(IWebHostEnvironment web)
    {
        WebRoot = Find(web);
        manifest = Path.Combine(WebRoot, "dist", "manifest.json");
    }

    /// <summary>The folder the site's own files are served from.</summary>
    public string WebRoot { get; }

    /// <summary>The address of a built file, e.g. Url("unionhall.css").</summary>
    public string Url(string name) => $"/dist/{Names().GetValueOrDefault(name, name)}";

    private Dictionary<string, string> Names()
    {
        var written = File.GetLastWriteTimeUtc(manifest);
        if (read.Written != written && File.Exists(manifest))
        {
            read = (JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(manifest))!, written);
        }

        return read.Names;
    }

    /// <summary>Beside the program when it is published; in the source tree while it is developed and tested.</summary>
    private static string Find(IWebHostEnvironment web)
    {
        if (web.WebRootFileProvider is not NullFileProvider && Directory.Exists(Path.Combine(web.WebRootPath ?? "", "dist")))
        {
            return web.WebRootPath!;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "src", "App", "wwwroot");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "wwwroot");
    }
}
