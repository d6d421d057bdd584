using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;

namespace UnionHall.Requests.Welcome;

/// <summary>常见问题 on the home page: a box to look for an answer. It asks the database nothing.</summary>
internal sealed class KnowledgePanel : IHomePanel
{
    public int Order => 50;

    public ValueTask<Panel?> ShowAsync(Actor actor, CancellationToken stop) => ValueTask.FromResult<Panel?>(new Panel("/Welcome/_Knowledge.cshtml", ""));
}
