using UnionHall.Platform.Notices;
using UnionHall.Platform.Time;

namespace UnionHall.Platform.Tests.Notices;

/// <summary>When a message goes, by the wish of its reader.</summary>
public sealed class NoticeWishTests
{
    private static readonly NoticeWish Night = new() { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 0) };

    [Theory]
    [InlineData("2026-11-20 21:59", null)]
    [InlineData("2026-11-20 22:00", "2026-11-21 07:00")]
    [InlineData("2026-11-21 03:00", "2026-11-21 07:00")]
    [InlineData("2026-11-21 07:00", null)]
    public void HoursOfRest_ReachOverMidnight(string at, string? until) =>
        Night.Of(TestKinds.All.Of(TestKinds.Plain), China(at)).ShouldBe((until is null ? NoticeState.Sent : NoticeState.Waiting, until is null ? null : China(until)));

    [Fact]
    public void WhatIsUrgent_WaitsForNobodysRest() =>
        Night.Of(TestKinds.All.Of(TestKinds.Urgent), China("2026-11-21 03:00")).ShouldBe((NoticeState.Sent, null));

    [Theory]
    [InlineData("2026-11-20 17:59", "2026-11-20 18:00")]
    [InlineData("2026-11-20 18:00", "2026-11-21 18:00")]
    public void WhatIsGathered_WaitsForItsHour(string at, string until)
    {
        var wish = new NoticeWish { DigestAt = new TimeOnly(18, 0), DigestKinds = [TestKinds.Plain] };
        wish.Of(TestKinds.All.Of(TestKinds.Plain), China(at)).ShouldBe((NoticeState.Gathered, China(until)));
        wish.Of(TestKinds.All.Of(TestKinds.Urgent), China(at)).ShouldBe((NoticeState.Sent, null));
    }

    [Fact]
    public void ADigestInHoursOfRest_WaitsForTheirEnd()
    {
        var wish = new NoticeWish { QuietFrom = new TimeOnly(22, 0), QuietTo = new TimeOnly(7, 0), DigestAt = new TimeOnly(23, 0), DigestKinds = [TestKinds.Plain] };
        wish.Of(TestKinds.All.Of(TestKinds.Plain), China("2026-11-20 12:00")).ShouldBe((NoticeState.Gathered, China("2026-11-21 07:00")));
    }

    private static DateTimeOffset China(string at)
    {
        var local = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, ChinaTime.Zone.GetUtcOffset(local));
    }
}
