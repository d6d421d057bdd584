using UnionHall.Platform.Notices;

namespace UnionHall.Requests.Notify;

/// <summary>The occasions of this module on which people are told something.</summary>
internal static class RequestNotices
{
    public static IEnumerable<NoticeKind> Kinds =>
    [
        new("worker-asked", "工会问我一句", NoticeFor.Workers),
        new("request-replied", "有答复了", NoticeFor.Workers),
        new("request-closed", "办结了", NoticeFor.Workers),
        new("word-asked", "问我办得怎么样", NoticeFor.Workers),
        new("identity-opened", "有人看了我的姓名和电话", NoticeFor.Workers, IsUrgent: true),
        new("clock-paused", "时限停了或挂账了", NoticeFor.Workers),
        new("clock-extended", "答复的日子往后推了", NoticeFor.Workers),
        new("clock-resumed", "接着办了", NoticeFor.Workers),
        new("clock-recomputed", "期限按放假安排重算了", NoticeFor.Everybody),
        new("request-reported-up", "请上一级来办", NoticeFor.Everybody),
        new("request-escalated", "提级", NoticeFor.Everybody, IsUrgent: true),
        new("request-submitted", "新来的诉求", NoticeFor.Staff),
        new("request-dispatched", "派来一件", NoticeFor.Staff),
        new("request-assigned", "转到我手上", NoticeFor.Staff),
        new("request-handed-on", "随单位撤并转来", NoticeFor.Staff),
        new("worker-answered", "职工回话了", NoticeFor.Staff),
        new("request-supplemented", "职工补充了情况", NoticeFor.Staff),
        new("request-disputed", "职工说没解决", NoticeFor.Staff, IsUrgent: true),
        new("request-reworked", "回访说没解决，要重办", NoticeFor.Staff),
        new("clock-asked", "有时限申请等我批", NoticeFor.Staff),
        new("clock-decided", "时限申请批了没有", NoticeFor.Staff),
        new("clock-warned", "时限快到了", NoticeFor.Staff, IsUrgent: true),
        new("clock-breached", "超期了", NoticeFor.Staff, IsUrgent: true),
        new("level-informed", "越级派单，知会一声", NoticeFor.Staff),
        new("result-reported", "下面报来了结果", NoticeFor.Staff),
        new("return-asked", "有退单等我裁定", NoticeFor.Staff),
        new("return-decided", "退单裁定了", NoticeFor.Staff),
        new("request-chased", "催办", NoticeFor.Staff, IsUrgent: true),
        new("supervision-started", "督办", NoticeFor.Staff, IsUrgent: true),
        new("supervision-missed", "督办的情况到时没报", NoticeFor.Staff, IsUrgent: true),
        new("supervision-reported", "督办的情况报来了", NoticeFor.Staff),
        new("supervision-ended", "督办了结", NoticeFor.Staff),
        new("problem-marked", "列进问题工单", NoticeFor.Staff),
        new("order-called", "请我单位协办、分办或报到", NoticeFor.Staff),
        new("order-answered", "协办的办好了", NoticeFor.Staff),
        new("interim-reported", "协办的报了进度", NoticeFor.Staff),
        new("order-cancelled", "请我单位办的撤下了", NoticeFor.Staff),
        new("order-assessed", "报到有了评价", NoticeFor.Staff),
        new("conference-recorded", "有了会商纪要", NoticeFor.Staff),
        new("review-asked", "有剔除或申诉等我裁定", NoticeFor.Staff),
        new("review-decided", "剔除或申诉裁定了", NoticeFor.Staff),
        new("colleagues-mentioned", "内部记录里提到我", NoticeFor.Staff),
        new("approval-asked", "有答复等我审批", NoticeFor.Staff),
        new("reply-approved", "我的答复批了", NoticeFor.Staff),
        new("reply-sent-back", "我的答复退回来了", NoticeFor.Staff),
        new("article-review", "知识库文章该复核了", NoticeFor.Staff),
    ];
}
