using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnionHall.Platform.Data;
using UnionHall.Platform.Files;
using UnionHall.Platform.Security;
using UnionHall.Testing;

namespace UnionHall.Platform.Tests.Files;

public sealed class FileEndpointTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_APhoto_AnswersItsAddress_AndItsSenderMayLookAtIt()
    {
        using var browser = site.NewBrowser();
        var stored = await UploadedAsync(browser, Samples.PhoneJpeg, "现场 1.jpg");

        stored.GetProperty("name").GetString().ShouldBe("现场 1.jpg");
        using var file = await GetAsync(browser, stored.GetProperty("url").GetString()!);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
        file.Content.Headers.ContentDisposition!.ToString().ShouldBe("attachment; filename=\"__ 1.jpg\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.jpg");
        file.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.CacheControl!.Private.ShouldBeTrue();
        (await file.Content.ReadAsByteArrayAsync(Stop)).Length.ShouldBe(stored.GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task Get_APictureInline_IsShown_ADocumentNever()
    {
        using var browser = site.NewBrowser();
        var picture = await UploadedAsync(browser, Samples.Png, "a.png");
        var document = await UploadedAsync(browser, Samples.Pdf, "a.pdf");

        using var shown = await GetAsync(browser, picture.GetProperty("url").GetString() + "?inline");
        using var saved = await GetAsync(browser, document.GetProperty("url").GetString() + "?inline");
        shown.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        saved.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task Get_APart_AnswersThePart_AndAnUnchangedFileNothing()
    {
        using var browser = site.NewBrowser();
        var url = (await UploadedAsync(browser, Samples.Pdf, "a.pdf")).GetProperty("url").GetString()!;

        using var part = await GetAsync(browser, url, ("Range", "bytes=0-3"));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync(Stop)).ShouldBe("%PDF");
        using var unchanged = await GetAsync(browser, url, ("If-None-Match", part.Headers.ETag!.ToString()));
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Get_SomeoneElsesUpload_IsNotThere()
    {
        using var sender = site.NewBrowser();
        using var other = site.NewBrowser();
        var url = (await UploadedAsync(sender, Samples.Png, "a.png")).GetProperty("url").GetString()!;
        await UploadedAsync(other, Samples.Png, "b.png");

        using var answer = await GetAsync(other, url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var missing = await GetAsync(sender, $"/files/{FileId.Next()}/a.png");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(true, true, HttpStatusCode.OK)]
    [InlineData(true, false, HttpStatusCode.NotFound)]
    [InlineData(false, true, HttpStatusCode.NotFound)]
    public async Task Get_AClaimedFile_IsForItsModuleToAllow(bool sameKind, bool allows, HttpStatusCode expected)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (store, db, worker) = (services.GetRequiredService<FileStore>(), services.GetRequiredService<AppDbContext>(), Actor.Visitor("203.0.113.7"));
        var file = (await store.StoreAsync(new MemoryStream(Samples.Png), "a.png", worker, Stop)).Value!;
        await store.ClaimAsync([file.Id], new Subject("request", Guid.CreateVersion7()), worker, Stop);
        db.Happened(new FileUploaded(file.Id, "claimed by the test", 0));
        await db.SaveAsync(worker, Stop);
        var web = new HttpContextAccessor { HttpContext = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } } };

        // A fresh uploader: whoever stored it has no right of his own once it is claimed.
        var download = new DownloadFile(
            web, db, store, new Uploader(web, services.GetRequiredService<Vault>()), services.GetRequiredService<ICurrentActor>(), [new Door(sameKind ? "request" : "visit", allows)]);
        await (await download.HandleAsync(file.Id, Stop)).ExecuteAsync(web.HttpContext);

        web.HttpContext.Response.StatusCode.ShouldBe((int)expected);
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", "a.png", 415, "网页")]
    [InlineData("MZ\u0090", "a.pdf", 415, "程序")]
    [InlineData("\u0001\u0002", "a.jpg", 415, "不能传")]
    [InlineData("%PDF-1.7 cut off", "a.pdf", 422, "不完整")]
    public async Task Post_WhatIsNotTakenIn_SaysWhyInChinese(string content, string name, int status, string words)
    {
        using var browser = site.NewBrowser();
        using var answer = await UploadAsync(browser, System.Text.Encoding.Latin1.GetBytes(content), name);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        problem.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task Post_AHugeFile_IsCutOffWithAnAnswer_AndLeavesNothing()
    {
        using var browser = site.NewBrowser();
        await UploadedAsync(browser, Samples.Png, "a.png");
        var before = Directory.EnumerateFiles(site.DataFolder, "*", SearchOption.AllDirectories).Count();

        using var answer = await UploadAsync(browser, new byte[200_000_000], "a.pdf");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString()!.ShouldContain("20 MB");
        Directory.EnumerateFiles(site.DataFolder, "*", SearchOption.AllDirectories).Count().ShouldBe(before);
    }

    [Fact]
    public async Task Post_WithoutTheFormToken_IsRefused()
    {
        using var browser = site.NewBrowser();
        using var answer = await UploadAsync(browser, Samples.Png, "a.png", token: "");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("刷新");
    }

    [Fact]
    public async Task Post_WithoutAFile_SaysSo()
    {
        using var browser = site.NewBrowser();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "words" } };
        using var answer = await PostAsync(browser, form, null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("没有收到文件");
    }

    private static async Task<JsonElement> UploadedAsync(Browser browser, byte[] content, string name)
    {
        using var answer = await UploadAsync(browser, content, name);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser, byte[] content, string name, string? token = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await PostAsync(browser, form, token);
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, MultipartFormDataContent form, string? token)
    {
        token ??= (await browser.GetAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/files", UriKind.Relative)) { Content = form };
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        return await browser.SendRawAsync(request);
    }

    private static async Task<HttpResponseMessage> GetAsync(Browser browser, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendRawAsync(request);
    }

    private sealed class Door(string kind, bool allows) : IFileAccess
    {
        public string SubjectKind => kind;

        public Task<bool> MayReadAsync(Subject subject, FileId file, Actor actor, CancellationToken stop) => Task.FromResult(allows);
    }
}
