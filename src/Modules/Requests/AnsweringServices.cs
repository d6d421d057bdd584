using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform;
using UnionHall.Platform.Audit;
using UnionHall.Platform.Demo;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Platform.Ui;
using UnionHall.Requests.AddNote;
using UnionHall.Requests.Approval;
using UnionHall.Requests.ApproveReply;
using UnionHall.Requests.CancelPlan;
using UnionHall.Requests.ChangeMacro;
using UnionHall.Requests.ChangeTemplate;
using UnionHall.Requests.Checks;
using UnionHall.Requests.Data;
using UnionHall.Requests.Demo;
using UnionHall.Requests.Jobs;
using UnionHall.Requests.KeepOwnTemplate;
using UnionHall.Requests.Knowledge;
using UnionHall.Requests.ListMentions;
using UnionHall.Requests.Macros;
using UnionHall.Requests.Notify;
using UnionHall.Requests.Presence;
using UnionHall.Requests.PublishArticle;
using UnionHall.Requests.ReadArticle;
using UnionHall.Requests.ReadKnowledge;
using UnionHall.Requests.ReplyRequest;
using UnionHall.Requests.ReviewArticle;
using UnionHall.Requests.RunMacro;
using UnionHall.Requests.Templates;
using UnionHall.Requests.TickCheck;
using UnionHall.Requests.Welcome;
using UnionHall.Requests.WithdrawArticle;
using UnionHall.Requests.WriteArticle;

namespace UnionHall.Requests;

/// <summary>Registers what helps to answer: templates, knowledge.</summary>
internal static class AnsweringServices
{
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddScoped<TemplateBook>();
        services.AddScoped<TemplatePicker>();
        services.AddScoped<ChangeTemplateHandler>();
        services.AddScoped<KeepOwnTemplateHandler>();
        services.AddScoped<SuggestionQuery>();
        services.AddScoped<HintDesk>();
        services.AddScoped<MacroBook>();
        services.AddScoped<ChangeMacroHandler>();
        services.AddScoped<RunMacroHandler>();
        services.AddNavItem(new NavItem(NavPlace.Settings, 44, "一键办理", "sliders", "/admin/macros", Permission.ManageSettings));
        services.AddScoped<CheckBook>();
        services.AddScoped<TickCheckHandler>();
        services.AddScoped<ApprovalDesk>();
        services.AddScoped<ApproveReplyHandler>();
        services.AddEventHandler<ApprovalAsked, TellOfApprovals>();
        services.AddEventHandler<ReplyApproved, TellOfApprovals>();
        services.AddEventHandler<ReplySentBack, TellOfApprovals>();
        services.AddScoped<Mentioned>();
        services.AddScoped<MentionQuery>();
        services.AddScoped<PresenceBook>();
        services.AddEventHandler<ColleaguesMentioned, TellOfMentions>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 34, "提到我的", "at", "/desk/mentions", Permission.ReadRequests));
        AddKnowledge(services);
        services.AddNavItem(new NavItem(NavPlace.Settings, 43, "答复模板", "message", "/admin/templates", Permission.ManageSettings));
        return services.AddEventLabels(Events, Fields);
    }

    private static void AddKnowledge(IServiceCollection services)
    {
        services.AddScoped<ArticleDesk>();
        services.AddScoped<ArticleFiles>();
        services.AddScoped<ArticleQuery>();
        services.AddScoped<KnowledgeQuery>();
        services.AddScoped<WriteArticleHandler>();
        services.AddScoped<PublishArticleHandler>();
        services.AddScoped<CancelPlanHandler>();
        services.AddScoped<WithdrawArticleHandler>();
        services.AddScoped<ReviewArticleHandler>();
        services.AddScoped<JudgeArticleHandler>();
        services.AddScoped<IFileAccess, ArticleFileAccess>();
        services.AddRecurringJob<TendArticles>();
        services.AddEventHandler<ArticleReviewFound, TellOfArticles>();
        services.AddScoped<IDemoPart, DemoArticles>();
        services.AddHomePanel<KnowledgePanel>();
        services.AddEventValues<ArticleAudience>("audience", audience => audience.Chinese());
        services.AddSubjectNames<ArticleNames>();
        services.AddNavItem(new NavItem(NavPlace.Desk, 35, "知识库", "book", "/desk/knowledge", Permission.ReadRequests));
    }

    private static Dictionary<string, string> Events => new(StringComparer.Ordinal)
    {
        ["reply-template-changed"] = "改答复模板",
        ["own-template-kept"] = "存自己的答复模板",
        ["own-template-forgotten"] = "删自己的答复模板",
        ["macro-changed"] = "改一键办理",
        ["check-ticked"] = "勾办理清单",
        ["approval-asked"] = "答复交上去批",
        ["reply-approved"] = "批准答复",
        ["reply-sent-back"] = "退回答复",
        ["reply-taken-back"] = "撤回等审批的答复",
        ["colleagues-mentioned"] = "在内部记录里提到同事",
        ["article-written"] = "写知识库文章",
        ["article-planned"] = "排好发布文章",
        ["article-plan-cancelled"] = "不再定时发布文章",
        ["article-published"] = "发布文章",
        ["article-withdrawn"] = "撤下文章",
        ["article-handed-on"] = "文章转给接手的单位",
        ["article-reviewed"] = "复核文章",
        ["article-review-found"] = "文章到了复核的日子",
        ["article-owner-told"] = "提醒复核文章",
        ["article-opinion-given"] = "读者评文章",
    };

    private static Dictionary<string, string> Fields => new(StringComparer.Ordinal)
    {
        ["reply-template"] = "答复模板",
        ["template"] = "答复模板",
        ["reply-template-changed.from"] = "从哪天起",
        ["macro"] = "一键办理",
        ["macro-changed.from"] = "从哪天起",
        ["key"] = "清单上哪一项",
        ["done"] = "办好了",
        ["writtenBy"] = "谁写的",
        ["changed"] = "批的时候改过",
        ["accounts"] = "提到谁",
        ["article"] = "文章",
        ["number"] = "第几版",
        ["audience"] = "给谁看",
        ["useful"] = "有用",
        ["article-planned.at"] = "什么时候发布",
        ["article-reviewed.next"] = "下次复核",
        ["article-review-found.on"] = "复核的日子",
        ["recurring.tend-articles"] = "发布到时间的文章、提醒复核",
    };

    /// <summary>Articles by their titles.</summary>
    private sealed class ArticleNames(RequestsDb db) : ISubjectNames
    {
        public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> keys, CancellationToken stop) =>
            await db.Articles.AsNoTracking().Where(article => keys.Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.Title, stop);
    }
}
