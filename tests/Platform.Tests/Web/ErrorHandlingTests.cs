using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using UnionHall.Platform.Web;

namespace UnionHall.Platform.Tests.Web;

public sealed class ErrorHandlingTests
{
    public static TheoryData<Exception, int> Meanings => new()
    {
        { new InvalidOperationException("bug"), 500 },
        { new DbUpdateConcurrencyException("someone else saved"), 409 },
        { new BadHttpRequestException("too large", 413), 413 },
        { new NpgsqlException("Failed to connect", new SocketException(111)), 503 },
        { new InvalidOperationException("wrapped", new NpgsqlException("Exception while reading", new IOException())), 503 },
        { new DbUpdateException("wrapped", new PostgresException("starting up", "FATAL", "FATAL", "57P03")), 503 },
        { new PostgresException("too many clients", "FATAL", "FATAL", "53300"), 503 },
        { new PostgresException("cannot execute INSERT in a read-only transaction", "ERROR", "ERROR", "25006"), 503 },
        { new DbUpdateException("wrapped", new PostgresException("duplicate key", "ERROR", "ERROR", "23505")), 500 },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Exception_HasOneMeaning(Exception problem, int status) => ErrorHandling.StatusOf(problem).ShouldBe(status);

    [Fact]
    public void Reference_IsShortAndBelongsToTheTrace()
    {
        using var trace = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var reference = ErrorReference.Of(trace, "x");

        reference.ShouldMatch("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$");
        ErrorReference.Of(trace, "y").ShouldBe(reference);
        ErrorReference.Of(null, "x").ShouldNotBe(reference);
    }
}
