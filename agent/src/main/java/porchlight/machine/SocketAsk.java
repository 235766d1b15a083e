package porchlight.machine;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
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

  /** Of an address, never of a name: nothing is looked up. */
  static InetSocketAddress at(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }
}
