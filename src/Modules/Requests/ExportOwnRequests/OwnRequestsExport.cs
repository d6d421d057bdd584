using Microsoft.EntityFrameworkCore;
using UnionHall.Organisation;
using UnionHall.People;
using UnionHall.Platform.Security;
using UnionHall.Platform.Time;
using UnionHall.Requests.Data;
using UnionHall.Requests.Domain;
using UnionHall.Requests.FollowRequest;
using UnionHall.Requests.Intake;

namespace UnionHall.Requests.ExportOwnRequests;

/// <summary>What a worker has said under his account, as his own pages tell it, for the copy of his data. Anonymous requests hang on no account.</summary>
internal sealed class OwnRequestsExport(RequestsDb db, FollowRequestQuery follow, IdentitySeal seal, UnitDirectory units) : IPersonExport
{
    public string Section => "我说过的事";

    public async Task<object?> OfAsync(AccountId account, CancellationToken stop)
    {
        var said = new List<object>();
        foreach (var mine in await db.Requesters.AsNoTracking().Where(row => row.Account == account).OrderBy(row => row.RequestId).ToListAsync(stop))
        {
            said.Add(await OfAsync(mine, stop));
        }

        return said.Count == 0 ? null : said;
    }

    private async Task<object> OfAsync(Requester mine, CancellationToken stop)
    {
        var followed = await follow.OfAsync(mine.RequestId, stop);
        var (request, person) = (followed.Request, seal.Open(mine));
        return new
        {
            编号 = request.Reference,
            事项 = await db.Services.Where(service => service.Id == request.ServiceId).Select(service => service.Name).SingleAsync(stop),
            说的话 = request.Words,
            另外问的 = followed.Answers.Select(answer => new { 问 = answer.Label, 答 = answer.Value }),
            谁能知道 = request.Visibility.Chinese(),
            从哪里来 = request.Channel.Chinese(),
            留的姓名 = person.Name,
            留的手机号 = person.Phone,
            在哪儿上班 = request.WorksAt is { } unit ? (await units.FindAsync(unit, stop))?.Name : null,
            时间 = ChinaTime.In(request.SubmittedAt),
            答应答复的时间 = ChinaTime.In(request.DueAt),
            现在由谁办 = followed.CurrentUnit,
            到哪一步 = request.State.ForWorker(),
            办完的时间 = request.ClosedAt is { } closed ? ChinaTime.In(closed) : (DateTimeOffset?)null,
            结果 = request.Outcome?.Chinese(),
            打的分 = request.Rating?.Chinese(),
            自己的评价 = (await db.WorkerWords.AsNoTracking().Where(word => word.RequestId == request.Id).OrderBy(word => word.Round).ToListAsync(stop))
                .Select(word => new { 时间 = ChinaTime.In(word.ChangedAt ?? word.At), 解决了没有 = word.Solved?.Chinese(), 满意不满意 = word.Rating?.Chinese(), 为什么 = word.Reasons, 话 = word.Words }),
            回访记下的 = (await db.FollowUps.AsNoTracking().Where(heard => heard.RequestId == request.Id && heard.State == FollowUpState.Done).OrderBy(heard => heard.Round).ToListAsync(stop))
                .Select(heard => new { 时间 = ChinaTime.In(heard.EndedAt!.Value), 有没有人联系 = heard.Contacted?.Chinese(), 解决了没有 = heard.Solved?.Chinese(), 满意不满意 = heard.Rating?.Chinese(), 话 = heard.Remarks }),
            经过 = followed.Story.Where(line => !line.IsLate).Reverse().Select(line => new { 时间 = ChinaTime.In(line.At), 事 = line.Title, 说明 = line.Fact, 话 = line.Words, 文件 = line.Files.Select(file => file.Name) }),
        };
    }
}
