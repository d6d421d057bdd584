using System.Globalization;
using System.Text.Json;
using UnionHall.Platform.Data;
using UnionHall.Platform.Time;
using UnionHall.Requests.Domain;
using UnionHall.Requests.Following;
using UnionHall.Requests.Intake;
using UnionHall.Requests.SubmitRequest;
using UnionHall.Text;

namespace UnionHall.Requests.Open311.FilePublicRequest;

/// <summary>What a call hands in, checked as a whole so that all that is wrong is told at once.</summary>
internal sealed class FilePublicRequestForm(Open311Arguments arguments, Service service, int wordsMost)
{
    private const int PlaceMost = 200;
    private const int LinksMost = 5;
    private const int ContactMost = 40;
    private readonly List<Open311Error> errors = [];

    public IReadOnlyList<Open311Error> Errors => errors;

    public (decimal Lat, decimal Long)? Place { get; private set; }

    public bool WithWords { get; private set; }

    public string Words { get; private set; } = "";

    public string Answers { get; private set; } = "[]";

    public Person Person { get; private set; } = new(null, null, null);

    public FilePublicRequestForm Read()
    {
        var words = WorkerWords.Read(arguments.Of("description"), Math.Min(wordsMost, PublicText.Most), "description 还没写：说一下是什么事。", "description");
        Words = words.Value ?? "";
        Wrong(words.Refusal?.Sentence);
        WithWords = arguments.Attribute(PublicServices.Publish) is [PublicServices.Yes];
        Place = ReadPlace();
        Answers = JsonSerializer.Serialize(ReadAnswers(), ChangeRecorder.Json);
        Person = ReadPerson();
        return this;
    }

    private (decimal, decimal)? ReadPlace()
    {
        var (lat, along) = (arguments.Of("lat"), arguments.Of("long"));
        if (lat is null && along is null)
        {
            Wrong(arguments.Of("address_string") is null && arguments.Of("address_id") is null ? "要说在哪里：lat 和 long、address_string、address_id，写一样。" : null);
            return null;
        }

        if (Degrees(lat, 90) is { } north && Degrees(along, 180) is { } east)
        {
            return (north, east);
        }

        Wrong("lat 和 long 要一起写，是 WGS84 的度数，像 39.904200 和 116.407400。");
        return null;
    }

    private static decimal? Degrees(string? typed, decimal most) =>
        decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private List<GivenAnswer> ReadAnswers()
    {
        var questions = ServiceCatalogue.QuestionsOf(service);
        var (given, refused) = ExtraAnswers.Read(questions, questions.ToDictionary(question => question.Key, Typed, StringComparer.Ordinal));
        refused.ForEach(refusal => Wrong(refusal.Sentence));
        Keep(given, "在哪里", string.Join("；", new[] { arguments.Of("address_string"), arguments.Of("address_id"), Place is { } place ? $"北纬 {place.Lat}，东经 {place.Long}" : null }.OfType<string>()));
        foreach (var link in Links())
        {
            Keep(given, "附的链接", link);
        }

        given.Add(new GivenAnswer("公开", WithWords ? "原话和答复隐去号码和称呼后，在公开接口上谁都看得到" : "只公开办到哪一步"));
        return given;
    }

    private string? Typed(Question question)
    {
        var values = arguments.Attribute(question.Key);
        if (values.Count > 1)
        {
            Wrong($"“{question.Label}”只能有一个回答。");
        }

        var typed = values.Count == 0 ? null : values[0];
        return question.Kind == "date" && typed is not null && Open311Time.Read(typed, earliest: 1950) is { } at ? ChinaTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : typed;
    }

    private List<string> Links()
    {
        var links = arguments.AllOf("media_url");
        if (links.Count > LinksMost || links.Any(link => link.Length > 1_000 || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")))
        {
            Wrong($"media_url 要是以 https:// 开头的完整地址，最多 {LinksMost} 个。");
            return [];
        }

        return [.. links];
    }

    private void Keep(List<GivenAnswer> given, string label, string value)
    {
        var line = PlainText.SingleLine(value);
        if (label == "在哪里" && PlainText.CountCodePoints(line) > PlaceMost)
        {
            Wrong($"address_string 最多 {PlaceMost} 个字。");
        }
        else if (line.Length > 0)
        {
            given.Add(new GivenAnswer(label, line));
        }
    }

    /// <summary>Chinese names are written without a space, the surname first. What is no name or mobile number by our rules, such as a landline, is kept as it was given.</summary>
    private Person ReadPerson()
    {
        var (first, last) = (arguments.Of("first_name") ?? "", arguments.Of("last_name") ?? "");
        var typed = (first + last).All(char.IsAscii) ? $"{first} {last}".Trim() : last + first;
        return new Person(null, PersonName.Read(typed).Value?.Text ?? Line("first_name、last_name", typed), Mobile.Read(arguments.Of("phone")).Value?.Number ?? Line("phone", arguments.Of("phone")));
    }

    private string? Line(string field, string? typed)
    {
        var line = PlainText.SingleLine(typed);
        Wrong(PlainText.CountCodePoints(line) > ContactMost ? $"{field} 最多 {ContactMost} 个字。" : null);
        return line.Length == 0 ? null : line;
    }

    private void Wrong(string? sentence)
    {
        if (sentence is not null)
        {
            errors.Add(Open311Error.Wrong(sentence));
        }
    }
}
