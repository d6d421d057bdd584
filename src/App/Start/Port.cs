using System.Net;
using System.Net.Sockets;

namespace UnionHall.App.Start;

/// <summary>Looks at the port before the database is started for nothing.</summary>
internal static class Port
{
    public static void MustBeFree(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new CannotStartException($"端口 {port} 已经被别的程序占用。请换一个，例如 bin/run --port {(port < ushort.MaxValue ? port + 1 : port - 1)}。", problem);
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new CannotStartException($"这台机器没有 {address} 这个地址，请改 UNIONHALL_LISTEN。", problem);
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new CannotStartException($"没有权限使用端口 {port}（1024 以下的端口要管理员权限）。请换一个，例如 bin/run --port 5080。", problem);
        }
    }
}
