using System.Globalization;
using Microsoft.Extensions.Options;
using UnionHall.Platform.Files;

namespace UnionHall.App.Errors;

/// <summary>What is said for each status: what happened, and what to do now.</summary>
internal sealed class ErrorWords(IOptions<UploadLimits> uploads)
{
    public ErrorText Of(int status, string? retryAfter) => status switch
    {
        StatusCodes.Status401Unauthorized => new("要先登录", "这一页要登录后才能看。", "请登录后再来。"),
        StatusCodes.Status403Forbidden => new("这里不归您看", "这一页要有相应的职务才能看。", "如果您应该看得到，请找本单位的管理员看看您的职务。"),
        StatusCodes.Status404NotFound => new("没有找到这一页", "地址可能写错了，或者它已经不在了，也可能要登录后才能看。", "可以从首页进去找，或者用编号和口令查您说过的事。"),
        StatusCodes.Status405MethodNotAllowed => new("这个地址不能这样打开", "可能是刷新了一个提交过的页面。", "请从首页重新进去。"),
        StatusCodes.Status409Conflict => new("别人刚刚也改了这里", "您打开这一页以后，有人先存了新的内容，所以您这一次没有存，免得盖掉他的。", "请返回上一页，刷新看看最新的内容，再交一次。"),
        StatusCodes.Status413PayloadTooLarge => new("传的东西太大了", $"照片每张不超过 {uploads.Value.PhotoBytes / 1024 / 1024} MB，文件每份不超过 {uploads.Value.DocumentBytes / 1024 / 1024} MB，一次一共不超过 {uploads.Value.FormBytes / 1024 / 1024} MB。", "请返回上一页，少选几张，或者缩小后再传。"),
        StatusCodes.Status429TooManyRequests => new("来得太快了", "这个网络上短时间里交得太多。为了挡住捣乱的程序，要歇一会儿。", $"请过 {Wait(retryAfter)} 再试；刚才填的，按返回键还在。"),
        StatusCodes.Status503ServiceUnavailable => new("暂时连不上数据", "我们这边正在恢复，一般一两分钟就好。", "过一会儿再试。刚才交的如果没看到回执，就是还没有收下，请到时再交一次，不会交成两份。"),
        >= StatusCodes.Status500InternalServerError => new("我们这边出了点问题", "不是您的错。刚才这一步可能没有办成。", "请返回上一页，过一分钟再试；不会交成两份。"),
        _ => new("这一次没有收全", "页面可能开得太久了，或者内容没有传完整。", "请返回上一页，刷新后再交一次。"),
    };

    private static string Wait(string? seconds) =>
        int.TryParse(seconds, CultureInfo.InvariantCulture, out var wait) && wait < 60 ? $"{Math.Max(wait, 1)} 秒" : "1 分钟";
}

/// <summary>The three parts of a "no".</summary>
internal sealed record ErrorText(string Title, string What, string Now);
