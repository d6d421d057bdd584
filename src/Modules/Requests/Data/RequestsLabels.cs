using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Audit;

namespace UnionHall.Requests.Data;

/// <summary>How the audit log names this module's events, fields and requests.</summary>
internal static class RequestsLabels
{
    public static IServiceCollection AddRequestsLabels(this IServiceCollection services)
    {
        services.AddEventLabels(Events, Fields);
        services.AddEventValues<Visibility>("visibility", visibility => visibility.Chinese());
        services.AddEventValues<Channel>("channel", channel => channel.Chinese());
        services.AddEventValues<Outcome>("outcome", outcome => outcome.Chinese());
        services.AddEventValues<Urgency>("urgency", urgency => urgency.Chinese());
        services.AddEventValues<ClockAskKind>("clock-asked.kind", kind => kind.Chinese());
        services.AddEventValues<ClockAskKind>("clock-decided.kind", kind => kind.Chinese());
        services.AddEventValues<ClockName>("clock", clock => clock.Chinese());
        services.AddEventValues<OrderRole>("role", role => role.Chinese());
        services.AddEventValues<Rating>("rating", rating => rating.Chinese());
        return services.AddSubjectNames<RequestNames>();
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["catalogue-seeded"] = "装入服务目录",
        ["category-added"] = "加类别",
        ["category-changed"] = "改类别",
        ["category-moved"] = "挪类别的顺序",
        ["request-setting-changed"] = "改办理规则",
        ["service-added"] = "加事项",
        ["service-changed"] = "改事项",
        ["service-moved"] = "挪事项的顺序",
        ["service-retired"] = "停用事项",
        ["clock-ask-lapsed"] = "时限申请作废",
        ["clock-asked"] = "申请动时限",
        ["clock-breached"] = "超期",
        ["clock-decided"] = "批复时限申请",
        ["clock-extended"] = "延期",
        ["clock-paused"] = "停表",
        ["clock-profile-chosen"] = "换时限规则",
        ["clock-recomputed"] = "重算期限",
        ["clock-resumed"] = "恢复计时",
        ["clock-rule-changed"] = "改时限",
        ["clock-rules-seeded"] = "装入时限规则",
        ["clock-warned"] = "快到期提醒",
        ["duty-done"] = "另办事项办好",
        ["duty-excluded"] = "另办事项有几天不算",
        ["duty-started"] = "另办事项开始计时",
        ["owners-told"] = "告诉经办人期限变了",
        ["urgency-set"] = "定紧急程度",
        ["worker-contacted"] = "联系职工",
        ["demo-requests-loaded"] = "装入演示诉求",
        ["identity-opened"] = "查看保密身份",
        ["identity-asked"] = "申请看举报人身份",
        ["identity-decided"] = "定看身份的申请",
        ["identity-ask-ended"] = "看身份的申请不用定了",
        ["request-filed-by-key"] = "别的系统交诉求",
        ["letter-imported"] = "导入旧信",
        ["note-added"] = "写内部记录",
        ["colleagues-told"] = "提醒工作人员",
        ["request-claimed"] = "把诉求收进自己的账号",
        ["requests-exported"] = "导出诉求",
        ["view-forgotten"] = "删视图",
        ["view-saved"] = "存视图",
        ["worker-told"] = "提醒职工",
        ["request-acknowledged"] = "签收",
        ["request-assigned"] = "转交同事",
        ["request-closed"] = "办结",
        ["request-dispatched"] = "派单",
        ["request-disputed"] = "职工说没解决",
        ["request-handed-on"] = "随单位撤并转交",
        ["request-replied"] = "答复",
        ["request-submitted"] = "提交诉求",
        ["request-supplemented"] = "职工补充",
        ["worker-answered"] = "职工回话",
        ["worker-asked"] = "问职工",
        ["conference-recorded"] = "记会商纪要",
        ["interim-reported"] = "报阶段情况",
        ["level-informed"] = "抄送中间一级",
        ["order-answered"] = "交协办结果",
        ["order-assessed"] = "评吹哨报到",
        ["order-called"] = "请单位协办",
        ["order-cancelled"] = "撤下协办",
        ["order-signed"] = "签收协办",
        ["problem-marked"] = "列进问题工单",
        ["request-chased"] = "催办",
        ["request-escalated"] = "提级",
        ["request-reported-up"] = "报请上级",
        ["result-reported"] = "向派单单位报结果",
        ["return-asked"] = "申请退单",
        ["return-decided"] = "裁定退单",
        ["supervision-ended"] = "了结督办",
        ["supervision-missed"] = "督办的情况到时没报",
        ["supervision-reported"] = "报督办情况",
        ["supervision-started"] = "督办",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["request"] = "诉求",
        ["recurring.close-silent-requests"] = "没有表态的到期办结",
        ["recurring.sweep-clocks"] = "看谁到期、谁超期",
        ["recurring.give-up-follow-ups"] = "回访等不到回话的算没联系上",
        ["reference"] = "编号",
        ["order"] = "工单",
        ["owner"] = "受理单位",
        ["service"] = "事项",
        ["visibility"] = "身份",
        ["channel"] = "来处",
        ["dueAt"] = "办到什么时候",
        ["assignee"] = "转给谁",
        ["atOnce"] = "当场答复",
        ["outcome"] = "结果",
        ["rating"] = "满意度",
        ["row"] = "第几行",
        ["services"] = "事项数",
        ["categories"] = "类别数",
        ["catalogue"] = "服务目录",
        ["category"] = "类别",
        ["code"] = "代码",
        ["before"] = "原来",
        ["after"] = "改成",
        ["position"] = "排第几",
        ["request-setting"] = "办理规则",
        ["setting"] = "哪一条",
        ["isUsed"] = "在用",
        ["request-setting-changed.from"] = "从哪天起",
        ["service-added.from"] = "从哪天起",
        ["service-changed.from"] = "从哪天起",
        ["service-retired.from"] = "从哪天起",
        ["urgency"] = "紧急程度",
        ["ask"] = "申请",
        ["clock"] = "哪个期限",
        ["clock-rule"] = "时限规则",
        ["deferred"] = "挂账",
        ["granted"] = "同意",
        ["until"] = "到什么时候",
        ["askedBy"] = "申请人",
        ["reached"] = "联系上了",
        ["people"] = "几个人",
        ["profile"] = "哪套规则",
        ["rules"] = "规则数",
        ["clock-rule-changed.from"] = "从哪天起",
        ["clock-profile-chosen.from"] = "从哪天起",
        ["demo"] = "演示数据",
        ["sentBy"] = "派单单位",
        ["accepted"] = "同意退单",
        ["role"] = "做什么",
        ["lead"] = "主办单位",
        ["open"] = "还没交的",
        ["fromAbove"] = "上级评的",
        ["grade"] = "评几分",
        ["conference"] = "会商",
        ["byWorker"] = "职工催的",
        ["supervision"] = "督办",
        ["by"] = "督办单位",
        ["startedBy"] = "督办的人",
        ["result-reported.from"] = "哪个单位报的",
        ["result-reported.to"] = "报给谁",
        ["request-escalated.from"] = "原单位",
        ["request-escalated.to"] = "上一级",
        ["request-reported-up.from"] = "原单位",
        ["request-reported-up.to"] = "上一级",
        ["request-dispatched.from"] = "派单单位",
        ["request-dispatched.to"] = "承办单位",
        ["request-handed-on.from"] = "原单位",
        ["request-handed-on.to"] = "接手单位",
        ["request-disputed.from"] = "办理单位",
        ["request-disputed.to"] = "上一级",
    };

    /// <summary>Requests by their reference; the title is the worker's own and stays out.</summary>
    private sealed class RequestNames(RequestsDb db) : ISubjectNames
    {
        public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> keys, CancellationToken stop)
        {
            var ids = keys.Select(key => new RequestId(key)).ToList();
            return await db.Requests.AsNoTracking().Where(request => ids.Contains(request.Id))
                .Select(request => new { request.Id, request.Reference })
                .ToDictionaryAsync(request => request.Id.Value, request => request.Reference, stop);
        }
    }
}
