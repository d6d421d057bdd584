namespace UnionHall.Organisation.Imports;

internal static class ImportOrder
{
    /// <summary>
    /// The rows so that a parent in the file comes before its children, whatever their order in the file. Repeated codes and
    /// rows that are their own ancestors get an error and are left out.
    /// </summary>
    public static IEnumerable<ImportLine> ParentsFirst(IReadOnlyList<ImportLine> lines)
    {
        var byCode = new Dictionary<string, ImportLine>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Has("code")))
        {
            if (!byCode.TryAdd(line["code"], line))
            {
                line.Refuse("code", $"这个编码在第 {byCode[line["code"]].Row.Number} 行已经有了。");
            }
        }

        var done = new HashSet<ImportLine>();
        foreach (var line in lines.Where(line => !line.Failed))
        {
            foreach (var next in Pending(line, byCode, done))
            {
                yield return next;
            }
        }
    }

    /// <summary>The row with those of its ancestors in the file that were not given out yet, topmost first.</summary>
    private static Stack<ImportLine> Pending(ImportLine line, Dictionary<string, ImportLine> byCode, HashSet<ImportLine> done)
    {
        var chain = new Stack<ImportLine>();
        var met = new HashSet<ImportLine>();
        for (var above = line; above is not null && !done.Contains(above); above = byCode.GetValueOrDefault(above["parent_code"]))
        {
            if (!met.Add(above))
            {
                foreach (var looped in met)
                {
                    looped.Refuse("parent_code", "上级绕成了一个圈，沿着上级会回到自己。");
                }

                done.UnionWith(met);
                return [];
            }

            chain.Push(above);
        }

        done.UnionWith(met);
        return chain;
    }
}
