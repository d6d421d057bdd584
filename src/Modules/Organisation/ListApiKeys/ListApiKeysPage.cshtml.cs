using Microsoft.AspNetCore.Mvc.RazorPages;
using UnionHall.Organisation.ApiKeys;
using UnionHall.Organisation.MakeApiKey;
using UnionHall.Platform.Security;
using UnionHall.Platform.Settings;

namespace UnionHall.Organisation.ListApiKeys;

/// <summary>接口密钥: which programs work for which posts.</summary>
[Needs(Permission.ManageSettings)]
internal sealed class ListApiKeysPage(ApiKeysInReach keys, SettingLog log, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ApiKeyView> Keys { get; private set; } = [];

    public SettingHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Keys = await keys.ListAsync(await keys.GetAsync(stop), stop);
        var names = Keys.ToDictionary(key => key.Key.Id.ToString(), key => key.Key.Name, StringComparer.Ordinal);
        var steps = await log.ListAsync(MakeApiKeyHandler.Area, key: null, stop);
        History = new SettingHistory([.. steps.Where(step => names.ContainsKey(step.Entry.Key))], clock.GetUtcNow(), names);
    }
}
