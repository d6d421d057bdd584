namespace UnionHall.Requests;

/// <summary>The Chinese words for the codes of this module: desk words, and daily words for workers where they differ.</summary>
public static class Words
{
    public static string Chinese(this MatterType type) => type switch
    {
        MatterType.Consultation => "咨询",
        MatterType.Help => "求助",
        MatterType.Complaint => "投诉",
        MatterType.Report => "举报",
        MatterType.Suggestion => "建议",
        _ => "申诉求决",
    };

    public static string Chinese(this Visibility visibility) => visibility switch
    {
        Visibility.Named => "实名",
        Visibility.Hidden => "对本单位保密",
        _ => "匿名",
    };

    public static string Chinese(this Channel channel) => channel switch
    {
        Channel.Web => "手机网页",
        Channel.Wechat => "微信",
        Channel.Phone => "电话",
        Channel.Paper => "纸质",
        Channel.Visit => "走访",
        Channel.Stall => "摊位",
        Channel.Mail => "邮件",
        Channel.Letter => "来信",
        Channel.Open311 => "公开接口",
        _ => "别的系统",
    };

    public static string Chinese(this RequestState state) => state switch
    {
        RequestState.Submitted => "待派单",
        RequestState.Dispatched => "待签收",
        RequestState.Acknowledged => "办理中",
        RequestState.Asked => "等职工回话",
        RequestState.Replied => "等职工确认",
        RequestState.Disputed => "职工说没解决",
        RequestState.Closed => "已办结",
        RequestState.Declined => "已指路",
        RequestState.Merged => "已并走",
        _ => "已撤回",
    };

    /// <summary>The same for the worker's own pages.</summary>
    public static string ForWorker(this RequestState state) => state switch
    {
        RequestState.Submitted => "已收到",
        RequestState.Dispatched => "已派下",
        RequestState.Acknowledged => "正在办",
        RequestState.Asked => "等您回话",
        RequestState.Replied => "等您确认",
        RequestState.Disputed => "上一级在看",
        RequestState.Closed => "办完了",
        RequestState.Declined => "已告诉您该找谁",
        RequestState.Merged => "和另一件一起办",
        _ => "您撤回了",
    };

    public static string Chinese(this Outcome outcome) => outcome switch
    {
        Outcome.Solved => "职工说解决了",
        Outcome.Unsolved => "职工说没解决",
        Outcome.Silent => "职工没有表态",
        Outcome.Declined => "已指路",
        _ => "职工撤回",
    };

    public static string Chinese(this Rating rating) => rating switch
    {
        Rating.VerySatisfied => "很满意",
        Rating.Satisfied => "满意",
        Rating.FairlySatisfied => "基本满意",
        _ => "不满意",
    };

    public static string Chinese(this Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "特急",
        Urgency.Urgent => "紧急",
        Urgency.Ordinary => "一般",
        _ => "复杂",
    };

    public static string Chinese(this ClockAskKind kind) => kind switch
    {
        ClockAskKind.Pause => "暂停计时",
        ClockAskKind.Extension => "延期",
        _ => "挂账",
    };

    public static string Chinese(this OrderRole role) => role switch
    {
        OrderRole.Lead => "主办",
        OrderRole.Helper => "协办",
        OrderRole.Part => "分办",
        _ => "吹哨",
    };

    public static string Chinese(this ClockName clock) => clock switch
    {
        ClockName.Promise => "答应职工的期限",
        ClockName.Hop => "这一段的期限",
        ClockName.Contact => "联系职工的期限",
        _ => "另外要办的事的期限",
    };
}
