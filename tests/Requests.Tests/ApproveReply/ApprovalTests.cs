using UnionHall.Platform.Security;
using UnionHall.Requests.Intake;
using UnionHall.Testing;

namespace UnionHall.Requests.Tests.ApproveReply;

/// <summary>Where a service asks for it, an answer goes out only with the consent of somebody who did not write it.</summary>
public sealed class ApprovalTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Answer = "微波炉今晚能用。";

    private readonly GivenRequests given = new(site);
    private GivenCity city = null!;

    public async ValueTask InitializeAsync()
    {
        city = await GivenCity.BuildAsync(site);
        await site.ExecuteAsync("update service set needs_approval = true where code = 'general-complaint'");
        ((ServiceCatalogue)site.Services.GetService(typeof(ServiceCatalogue))!).Forget();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AnAnswer_WaitsWithItsClockRunning_AndGoesOutInItsWritersName()
    {
        var reference = await WrittenAsync();
        var waiting = await given.ReadAsync(reference);
        waiting.State.ShouldBe(RequestState.Acknowledged);
        waiting.RepliedAt.ShouldBeNull();
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        (await chair.GetAsync("/desk/requests?view=approval")).Text.ShouldContain("微波炉");
        (await chair.GetAsync("/desk")).Text.ShouldContain("等审批的答复");
        await site.RunJobsAsync();
        (await site.CountAsync($"notice where kind = 'approval-asked' and link = '/desk/requests/{reference}/approve'")).ShouldBe(1);

        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        page.ValueOf("答复，批了他就看到").ShouldBe(Answer);
        (await chair.PressAsync(page, "批准，发出")).Path.ShouldBe($"/desk/requests/{reference}");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Replied);
        var seen = await chair.GetAsync($"/desk/requests/{reference}");
        seen.Text.ShouldContain("李同志 答复职工");
        seen.Text.ShouldContain("批准发出答复");
        (await chair.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldNotContain("批准发出答复");
        (await chair.GetAsync("/desk/requests?view=approval")).Text.ShouldContain("没有等审批的答复");
        (await site.CountAsync($"audit_entry where what = 'reply-approved' and subject_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
    }

    [Fact]
    public async Task WhoWroteIt_NeverApprovesIt_EvenAsChair()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var asked = await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/reply"), "交上去批", ("答复职工", Answer));
        asked.Text.ShouldContain("交上去了，批了就发给职工");
        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        page.HasButton("批准").ShouldBeFalse();
        var forced = await chair.PostFormAsync(page, $"/desk/requests/{reference}/approve", ("Form.Text", Answer));
        forced.Text.ShouldContain("自己写的答复不能自己批");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Acknowledged);

        var above = await city.AsAsync(Role.Chair, city.Anhe);
        (await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/approve"), "批准，发出")).Path.ShouldBe($"/desk/requests/{reference}");
    }

    [Fact]
    public async Task WhatWasWrittenToIt_IsStillThere_WhenAnotherWasFaster()
    {
        var reference = await WrittenAsync();
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        var above = await city.AsAsync(Role.Chair, city.Anhe);
        await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/approve"), "批准，发出");
        var late = await chair.PressAsync(page, "批准，发出", ("答复，批了他就看到", "微波炉今晚换新的。"), ("审批的话", "换新的才算修好"));
        late.Text.ShouldContain("没有等审批的答复");
        late.ValueOf("您写的话").ShouldBe("微波炉今晚换新的。");
        late.ValueOf("审批的话").ShouldBe("换新的才算修好");
    }

    [Fact]
    public async Task AHandler_MayNotApprove_AndAnotherStreetSeesNothing()
    {
        var reference = await WrittenAsync();
        using var colleague = await site.StaffBrowserAsync(Role.Handler, city.Qingxi, "王方");
        var page = await colleague.GetAsync($"/desk/requests/{reference}/approve");
        page.HasButton("批准").ShouldBeFalse();
        (await colleague.PostFormAsync(page, $"/desk/requests/{reference}/approve", ("Form.Text", Answer))).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Acknowledged);
    }

    [Fact]
    public async Task AChange_TakesANote_AndIsWhatTheWorkerReads()
    {
        var reference = await WrittenAsync();
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        var refused = await chair.PressAsync(page, "批准，发出", ("答复，批了他就看到", "微波炉明天中午能用。"));
        refused.ErrorAt("审批的话").ShouldNotBeNull();
        await chair.PressAsync(refused, "批准，发出", ("审批的话", "时间改准"));
        var open = await chair.GetAsync($"/desk/requests/{reference}?show=public");
        open.Text.ShouldContain("微波炉明天中午能用。");
        open.Text.ShouldNotContain(Answer);
        (await chair.GetAsync($"/desk/requests/{reference}?show=internal")).Text.ShouldContain("时间改准");
    }

    [Fact]
    public async Task WhatIsSentBack_NeedsAReason_AndIsThereToGoOnFrom()
    {
        var reference = await WrittenAsync();
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        (await chair.PressAsync(page, "退回去改")).ErrorAt("审批的话").ShouldNotBeNull().ShouldContain("为什么退回");
        (await chair.PressAsync(page, "退回去改", ("审批的话", "没说谁去修"))).Path.ShouldBe($"/desk/requests/{reference}");
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var again = await handler.GetAsync($"/desk/requests/{reference}/reply");
        again.Text.ShouldContain("退回来了：没说谁去修");
        again.ValueOf("答复职工").ShouldBe(Answer);
        (await handler.PressAsync(again, "交上去批", ("答复职工", "电工今晚修好微波炉。"))).Path.ShouldBe($"/desk/requests/{reference}");
        (await site.CountAsync($"reply_draft where request_id = (select id from request where reference = '{reference}')")).ShouldBe(2);
    }

    [Fact]
    public async Task WhatCameWithADraftThatCameBack_GoesWithTheNext()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        await handler.PressWithFileAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "交上去批", "照片或文件", "维修单.txt", "单"u8.ToArray(), ("答复职工", Answer));
        await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/approve"), "撤回来改");
        var again = await handler.GetAsync($"/desk/requests/{reference}/reply");
        again.Text.ShouldContain("带上：维修单.txt");
        (await handler.PressAsync(again, "交上去批", ("答复职工", "电工今晚修好微波炉。"))).Path.ShouldBe($"/desk/requests/{reference}");
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        await chair.PressAsync(await chair.GetAsync($"/desk/requests/{reference}/approve"), "批准，发出");
        (await chair.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldContain("维修单.txt");
        (await site.CountAsync($"request_file where is_public and request_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
    }

    [Fact]
    public async Task OnlyOneWaits_AndItsWriterMayTakeItBack()
    {
        var reference = await WrittenAsync();
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var blocked = await handler.GetAsync($"/desk/requests/{reference}/reply");
        blocked.Text.ShouldContain("写好的一份在等审批");
        var second = await handler.PostFormAsync(await handler.GetAsync("/desk/requests/register"), $"/desk/requests/{reference}/reply", ("Form.Text", "微波炉后天能用。"));
        second.Text.ShouldContain("已经有一份答复在等审批");
        second.ValueOf("您写的话").ShouldBe("微波炉后天能用。");
        var taken = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/approve"), "撤回来改");
        taken.Path.ShouldBe($"/desk/requests/{reference}/reply");
        taken.ValueOf("答复职工").ShouldBe(Answer);
        (await given.ReadAsync(reference)).ApprovalAskedAt.ShouldBeNull();
    }

    [Fact]
    public async Task WhenTheWorkerWithdraws_NothingWaitsAnyMore()
    {
        var reference = await WrittenAsync();
        await given.WithdrawnAsync(reference);
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        (await given.ReadAsync(reference)).ApprovalAskedAt.ShouldBeNull();
        (await chair.GetAsync($"/desk/requests/{reference}/approve")).Text.ShouldContain("没有等审批的答复");
    }

    [Fact]
    public async Task SendingHimElsewhere_WaitsForConsentToo()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        var dispatcher = await city.AsAsync(Role.Dispatcher, city.Qingxi);
        var asked = await dispatcher.PressAsync(await dispatcher.GetAsync($"/desk/requests/{reference}/decline"), "交上去批", ("告诉职工该找谁", "请到人社局三楼。"));
        asked.Text.ShouldContain("交上去了，批了就告诉职工");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Submitted);
        var chair = await city.AsAsync(Role.Chair, city.Qingxi);
        var page = await chair.GetAsync($"/desk/requests/{reference}/approve");
        page.Text.ShouldContain("批了就到此办结");
        await chair.PressAsync(page, "批准，发出");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Declined);
        (await chair.GetAsync($"/desk/requests/{reference}?show=public")).Text.ShouldContain("请到人社局三楼");
    }

    [Fact]
    public async Task WhatOneThatIsHandledUnderItAsksFor_HoldsForTheHead()
    {
        var (head, other) = (await given.SubmittedAsync(city.Courier, "食堂太贵。", service: "general-help"), await given.SubmittedAsync(city.Courier, "食堂的菜也太贵。"));
        await given.MergedAsync(other, head);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.PressAsync(await handler.GetAsync($"/desk/requests/{head}/reply"), "交上去批", ("答复职工", "食堂的菜 9月25日 起降两元。"));
        page.Text.ShouldContain("交上去了");
        (await given.ReadAsync(head)).State.ShouldNotBe(RequestState.Replied);
    }

    [Fact]
    public async Task WhereItGoesOn_TheWaitingDraftLocksNobodyOut()
    {
        var reference = await WrittenAsync();
        await given.DispatchedAsync(reference, city.Courier);
        (await given.ReadAsync(reference)).ApprovalAskedAt.ShouldBeNull();
        var below = await city.AsAsync(Role.Handler, city.Courier);
        (await below.PressAsync(await below.GetAsync($"/desk/requests/{reference}/reply"), "交上去批", ("答复职工", "微波炉明天换新的。"))).Path.ShouldBe($"/desk/requests/{reference}");
        (await given.ReadAsync(reference)).ApprovalAskedAt.ShouldNotBeNull();
        (await site.CountAsync($"reply_draft where decided_at is null and request_id = (select id from request where reference = '{reference}')")).ShouldBe(1);
    }

    [Fact]
    public async Task TakingBack_AsksForNoList()
    {
        var reference = await WrittenAsync();
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        var page = await handler.GetAsync($"/desk/requests/{reference}/approve");
        await site.ExecuteAsync("""update service set checks = '[{"key":"a","label":"看过现场","beforeEnd":false}]' where code = 'general-complaint'""");
        (await handler.PressAsync(page, "撤回来改")).Path.ShouldBe($"/desk/requests/{reference}/reply");
        await site.ExecuteAsync("update service set checks = '[]' where code = 'general-complaint'");
        (await given.ReadAsync(reference)).ApprovalAskedAt.ShouldBeNull();
    }

    [Fact]
    public async Task WhoLetADisputedAnswerGoOut_DoesNotDecideOverIt()
    {
        var reference = await WrittenAsync();
        var above = await city.AsAsync(Role.Chair, city.Anhe);
        await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/approve"), "批准，发出");
        await given.DisputedAsync(reference, city.Anhe);
        var page = await above.PressAsync(await above.GetAsync($"/desk/requests/{reference}/close"), "办结，并告诉他", ("给职工的决定", "查过了，维持原答复，可以申请仲裁。"));
        page.Text.ShouldContain("要由另一位同志来看");
        (await given.ReadAsync(reference)).State.ShouldBe(RequestState.Disputed);
    }

    private async Task<string> WrittenAsync()
    {
        var reference = await given.SubmittedAsync(city.Courier);
        await given.AcknowledgedAsync(reference);
        var handler = await city.AsAsync(Role.Handler, city.Qingxi);
        (await handler.PressAsync(await handler.GetAsync($"/desk/requests/{reference}/reply"), "交上去批", ("答复职工", Answer))).Path.ShouldBe($"/desk/requests/{reference}");
        return reference;
    }
}
