package porchlight.machine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The two simplest things to ask of an address. */
final class SocketAsk {
  private static final int LONGEST = 2048;

  private SocketAsk() {}

  static Answer connect(Probe.Connect connect) throws IOException {
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(at(connect.server(), connect.port()), connect.limitMillis());
      return new Answer.Said(0, "open\n");
    }
  }

  static Answer exchange(Probe.Exchange exchange) throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(at(exchange.server(), exchange.port()));
      socket.setSoTimeout(exchange.limitMillis());
      byte[] packet = HexFormat.of().parseHex(exchange.packet());
      socket.send(new DatagramPacket(packet, packet.length));
      var back = new DatagramPacket(new byte[LONGEST], LONGEST);
      socket.receive(back);
      byte[] bytes = Arrays.copyOf(back.getData(), back.getLength());
      return new Answer.Said(0, HexFormat.of().formatHex(bytes) + "\n");
    }
  }

  /** Of a limit, what is left for connecting where another way is asked as well. */
  private static final double CONNECTING = 0.6;

  /**
   * The first address of that kind that the host's name leads to.
   *
   * @throws UnknownHostException where it has none
   */
  static InetAddress address(String host, Probe.Over over) throws IOException {
    for (InetAddress one : InetAddress.getAllByName(host)) {
      boolean fits =
          switch (over) {
            case ANY -> true;
            case IPV4 -> one instanceof Inet4Address;
            case IPV6 -> one instanceof Inet6Address;
          };
      if (fits) {
        return one;
      }
    }
    throw new UnknownHostException(host);
  }

  /**
   * Connects. By IPv6 there is time left to say that it did not come about: many a network has no
   * way out by it, whatever its router says, and programs go by IPv4 there.
   */
  static void connect(Socket socket, InetAddress to, int port, Probe.Over over, int limitMillis)
      throws IOException {
    boolean isSecond = over == Probe.Over.IPV6;
    try {
      socket.connect(
          new InetSocketAddress(to, port),
          isSecond ? (int) (limitMillis * CONNECTING) : limitMillis);
    } catch (SocketTimeoutException late) {
      throw isSecond ? new ConnectException("timed out") : late;
    }
  }

  /** The name of the link that packets to there leave by; empty when it cannot be told. */
  static String link(InetSocketAddress to) throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(to); // sends nothing
      return link(socket.getLocalAddress());
    }
  }

  /** The name of the link that has this address of our own. */
  static String link(InetAddress own) throws IOException {
    NetworkInterface link = NetworkInterface.getByInetAddress(own);
    return link == null ? "" : link.getName();
  }

  /** Of an address, never of a name: nothing is looked up. */
  static InetSocketAddress at(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }
}
