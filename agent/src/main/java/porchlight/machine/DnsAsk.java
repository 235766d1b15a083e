package porchlight.machine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One query to a name server: from a port that the system picks at random, with a number picked at
 * random, and only an answer from there to that very question counts.
 */
final class DnsAsk {
  /** Made at the first probe; what it gives need only be unforeseeable. */
  private static final class Chance {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  private static final int LONGEST = 4096;
  private static final int LABEL = 14;

  private DnsAsk() {}

  static Answer ask(Probe.DnsQuery query) throws IOException {
    long end = System.nanoTime() + query.limitMillis() * 1_000_000L;
    String word = word();
    int id = Chance.RANDOM.nextInt(1 << 16);
    var asked =
        new DnsMessage.Asked(
            id, query.name().replace(Probe.RANDOM, word), query.type(), query.plain());
    byte[] packet = DnsMessage.query(asked);
    Answer answer =
        switch (query.transport()) {
          case UDP -> udp(query, asked, packet, end);
          case TCP -> tcp(query, asked, packet, end);
        };
    return answer instanceof Answer.Said(int code, var text, var error)
        ? new Answer.Said(code, text.replace(word, Probe.RANDOM), error)
        : answer;
  }

  /** A label that nobody has registered or can foresee; letters first, as of a host. */
  static String word() {
    var word = new StringBuilder(LABEL);
    for (int i = 0; i < LABEL; i++) {
      word.append((char) ('a' + Chance.RANDOM.nextInt(26)));
    }
    return word.toString();
  }

  private static Answer udp(Probe.DnsQuery query, DnsMessage.Asked asked, byte[] packet, long end)
      throws IOException {
    try (var socket = new DatagramSocket()) {
      // Connected: the kernel lets nobody else's packets in.
      socket.connect(SocketAsk.at(query.server(), query.port()));
      socket.send(new DatagramPacket(packet, packet.length));
      var back = new DatagramPacket(new byte[LONGEST], LONGEST);
      while (true) {
        socket.setSoTimeout(left(end));
        socket.receive(back);
        byte[] bytes = Arrays.copyOf(back.getData(), back.getLength());
        if (DnsMessage.isAnswerTo(asked, bytes)) {
          return by(socket.getLocalAddress(), DnsMessage.read(bytes));
        }
      }
    }
  }

  private static Answer tcp(Probe.DnsQuery query, DnsMessage.Asked asked, byte[] packet, long end)
      throws IOException {
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      socket.setTcpNoDelay(true);
      socket.connect(SocketAsk.at(query.server(), query.port()), left(end));
      byte[] framed = new byte[packet.length + 2];
      framed[0] = (byte) (packet.length >> 8);
      framed[1] = (byte) packet.length;
      System.arraycopy(packet, 0, framed, 2, packet.length);
      socket.getOutputStream().write(framed);
      var in = new DataInputStream(socket.getInputStream());
      socket.setSoTimeout(left(end));
      byte[] bytes = new byte[in.readUnsignedShort()];
      int at = 0;
      while (at < bytes.length) {
        socket.setSoTimeout(left(end));
        int more = in.read(bytes, at, bytes.length - at);
        if (more < 0) {
          return new Answer.Failed("the connection ended within an answer");
        }
        at += more;
      }
      return DnsMessage.isAnswerTo(asked, bytes)
          ? by(socket.getLocalAddress(), DnsMessage.read(bytes))
          : new Answer.Failed("an answer to another question");
    } catch (EOFException closed) {
      return new Answer.Failed("the connection ended without an answer");
    }
  }

  /** With the link that the query left by. */
  private static Answer by(InetAddress own, Answer answer) throws IOException {
    String link = SocketAsk.link(own);
    return answer instanceof Answer.Said(int code, var text, var error) && !link.isEmpty()
        ? new Answer.Said(code, text + "by " + link + "\n", error)
        : answer;
  }

  private static int left(long end) throws SocketTimeoutException {
    long millis = (end - System.nanoTime()) / 1_000_000L;
    if (millis <= 0) {
      throw new SocketTimeoutException("no time left");
    }
    return (int) millis;
  }
}
