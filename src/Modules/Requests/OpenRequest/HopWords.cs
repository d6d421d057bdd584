using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;

namespace UnionHall.Requests.OpenRequest;

/// <summary>How the desk reads an order of the tree.</summary>
internal static class HopWords
{
    public static string Role(WorkOrder order) => order.Role != OrderRole.Lead ? order.Role.Chinese() : order.Way switch
    {
        OrderWay.Received => "首接",
        OrderWay.Disputed or OrderWay.Reworked => "重办",
        OrderWay.Reopened => "补充后重开",
        OrderWay.ReportedUp => "报请",
        OrderWay.Escalated => "提级",
        _ => "",
    };

    public static string Ended(WorkOrder order, DateTimeOffset now) => order.Ended switch
    {
        OrderEnd.Returned => "退回了",
        OrderEnd.Cancelled => "撤下了",
        OrderEnd.PassedUp => "报请上级了",
        OrderEnd.Escalated => "提级了",
        OrderEnd.Reported => "报了结果",
        OrderEnd.HandedOn => "并走了",
        OrderEnd.Answered when !order.IsLead => "交了结果",
        _ => order.AcknowledgedAt is { } at ? "签收 " + SpokenTime.Moment(at, now) : "没有签收",
    };

    public static string ResultLabel(WorkOrder order) => order.Ended switch
    {
        OrderEnd.Answered or OrderEnd.Reported => "结果",
        OrderEnd.Cancelled => "为什么撤下",
        OrderEnd.Returned => "为什么退",
        _ => "为什么",
    };
}
