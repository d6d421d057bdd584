using UnionHall.App.Start;
using UnionHall.Organisation;
using UnionHall.Platform.Data;
using UnionHall.Platform.Demo;

namespace UnionHall.App.Demo;

/// <summary>The demo city of the data files in this folder, for a site that has no units yet.</summary>
internal sealed class DemoCityData(UnitDirectory units, DemoLoader loader, DatabaseOptions database) : IDemoData
{
    public async Task LoadAsync(CancellationToken stop)
    {
        // Stands while the city is loaded, so that an interrupted start is not taken for a whole city.
        var begun = Path.Combine(database.DataFolder, "demo.loading");
        if (File.Exists(begun))
        {
            throw new CannotStartException($"上次装入演示数据时中断了，里面的数据不完整。请删掉数据文件夹再启动：rm -rf '{database.DataFolder}'");
        }

        if ((await units.RootsAsync(stop)).Count > 0)
        {
            return;
        }

        await File.WriteAllTextAsync(begun, string.Empty, stop);
        await Console.Error.WriteLineAsync("第一次启动，正在装入演示数据，约需半分钟…");
        await loader.LoadAsync(Open, stop);
        File.Delete(begun);
    }

    private static Stream Open(string name) =>
        typeof(DemoCityData).Assembly.GetManifestResourceStream($"demo/{name}") ?? throw new FileNotFoundException($"The demo has no {name}.");
}
