package porchlight.uplink;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import porchlight.json.Samples;
import porchlight.json.SettingsReader;
import porchlight.uplink.road.Road;

/**
 * Runs inside the scene: a central on loopback behind its nginx, proxies that misbehave, and for
 * each line of settings a report that is sent by them. Answers a line each.
 */
public final class RoadAgent {
  private RoadAgent() {}

  public static void main(String[] arguments) throws IOException {
    int sequence = 0;
    var key = DeviceKey.make(new SecureRandom());
    Clock clock = Clock.systemUTC();
    odd(9001, "");
    odd(9002, "\u0000\u0001garbage\r\n\r\n");
    odd(
        9003,
        """
        HTTP/1.1 407 Proxy Authentication Required
        Proxy-Authenticate: Negotiate
        Proxy-Authenticate: NTLM
        Content-Length: 0

        """
            .replace("\n", "\r\n"));
    odd(9004, "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000));
    odd(9005, "HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nno!\r\n");
    odd(9006, "HTTP/1.1 200 Connection established\r\n\r\n<html>login</html>");
    try (var central = new TestCentral(clock::instant, 8640);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      central.know(key, Samples.DEVICE);
      System.out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var settings = SettingsReader.read("agent.json", line);
        var told = System.getenv().getOrDefault("TOLD", "");
        var road =
            new Road(
                settings.road(),
                () -> new Road.Told(told.isEmpty() ? List.of() : List.of(told.split(" ", -1)), ""),
                () -> ZonedDateTime.now(ZoneOffset.UTC));
        var outside =
            new Outside(clock, new SecureRandom(), UUID::randomUUID, System::nanoTime, road);
        sequence++;
        int before = central.taken().size();
        long begun = System.nanoTime();
        String said;
        try (var uplink =
            new HttpUplink(
                settings.server().orElse(URI.create("https://central.test")),
                key,
                Seal.NONE,
                outside,
                new Skew(Optional.empty()),
                Copies.NONE)) {
          said =
              uplink
                  .report(
                      Samples.report(sequence, Samples.cafe()).id(),
                      packed(Samples.full(sequence)),
                      0)
                  .toString();
        }
        System.out.println(
            String.join(
                "\t",
                said,
                "requests " + (central.taken().size() - before),
                "issuer " + road.privateIssuer().orElse("public"),
                "faults " + central.faults(),
                "ms " + Duration.ofNanos(System.nanoTime() - begun).toMillis()));
      }
    }
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A proxy that answers everything so, and then nothing more. */
  private static void odd(int port, String answer) throws IOException {
    var server = new ServerSocket(port, 9, InetAddress.getByName("10.77.0.5"));
    var thread =
        new Thread(() -> {
          while (true) {
            try {
              Socket socket = server.accept();
              socket.getInputStream().read(new byte[4096]);
              socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
              socket.getOutputStream().flush();
            } catch (IOException gone) {
              // The next one.
            }
          }
        });
    thread.setDaemon(true);
    thread.start();
  }
}
