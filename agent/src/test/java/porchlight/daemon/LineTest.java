package porchlight.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to central, against a real TLS server on loopback. */
class LineTest {
  private static final char[] WORD = "changeit".toCharArray();
  private static final AtomicInteger connections = new AtomicInteger();
  private static SSLServerSocket server;
  private static String leaf = "";
  private static volatile String answer = "";
  private static volatile boolean hangsUp;
  private static volatile boolean silent;
  private final Line line = new Line(200);

  @BeforeAll
  static void listen(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("keys");
    int code =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -alias x -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass"
                        + " changeit -keystore "
                        + store)
                    .split(" ", -1))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertEquals(0, code);
    var keys = KeyStore.getInstance(store.toFile(), WORD);
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, WORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(keys.getCertificate("x").getEncoded());
    leaf = HexFormat.of().formatHex(sum);
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(LineTest::serve, "server");
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        var thread = new Thread(() -> talk(socket), "talk");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void talk(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] bytes = new byte[4096];
      while (in.read(bytes) > 0) {
        if (!silent) {
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (hangsUp) {
          return;
        }
      }
    } catch (IOException gone) {
      // As one that hangs up.
    }
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @BeforeEach
  void usual() {
    connections.set(0);
    answer = "HTTP/1.1 202 Accepted\r\ncontent-LENGTH: 2\r\n\r\nhi";
    hangsUp = false;
    silent = false;
  }

  private String ask(String certificate) {
    String message = Base64.getEncoder().encodeToString("POST".getBytes(StandardCharsets.UTF_8));
    return line.carry(
        "carry 127.0.0.1 " + server.getLocalPort() + " " + certificate + " " + message);
  }

  private static String whole(String carried) {
    assertTrue(carried.startsWith("answer "), carried);
    return new String(Base64.getDecoder().decode(carried.substring(7)), StandardCharsets.UTF_8);
  }

  @Test
  void many_messages_go_over_one_connection() {
    for (int i = 0; i < 5; i++) {
      assertEquals(answer, whole(ask(leaf)));
    }
    assertEquals(1, connections.get());
  }

  @Test
  void an_answer_without_a_body_needs_no_length() {
    answer = "HTTP/1.1 204 No Content\r\nPorchlight: x\r\n\r\n";
    assertEquals(answer, whole(ask(leaf)));
    line.rest();
    assertEquals(answer, whole(ask(leaf)));
    assertEquals(1, connections.get());
  }

  @Test
  void another_certificate_than_the_verified_one_is_told_nothing() {
    String other = "f".repeat(64);
    assertTrue(ask(other).startsWith("none "), ask(other));
    whole(ask(leaf)); // and this one is another connection, not that
  }

  @Test
  void where_connections_do_not_last_it_rests_until_the_network_is_another() throws Exception {
    hangsUp = true;
    for (int i = 0; i < 4; i++) {
      assertEquals(answer, whole(ask(leaf)));
      Thread.sleep(100); // it has hung up
    }
    assertEquals("none connections do not last here", ask(leaf));
    assertEquals(4, connections.get());
    hangsUp = false;
    line.renew();
    whole(ask(leaf));
    whole(ask(leaf));
    assertEquals(5, connections.get());
  }

  @Test
  void one_that_was_forgotten_on_the_way_holds_nothing_up() {
    whole(ask(leaf));
    silent = true; // as behind a router that has forgotten it
    assertTrue(ask(leaf).startsWith("lost "));
    silent = false;
    whole(ask(leaf));
    assertEquals(2, connections.get(), "and the next report goes by another");
  }

  @Test
  void an_answer_that_is_not_whole_is_lost() {
    hangsUp = true;
    for (String odd :
        new String[] {
          "HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\nhi",
          "HTTP/1.1 202 Accepted\r\n\r\nhi",
          "HTTP/1.1 202 Accepted\r\nContent-Length: -1\r\n\r\nhi",
          "HTTP/1.1 202 Accepted\r\nContent-Length: 1\r\n\r\nhi",
          "x"
        }) {
      answer = odd;
      line.renew();
      assertTrue(ask(leaf).startsWith("lost "), odd);
    }
  }

  @Test
  void an_odd_line_carries_nothing() {
    for (String odd :
        new String[] {"carry", "carry a b c d", "carry a 999999 c d", "carry a 1 c d e"}) {
      assertTrue(line.carry(odd).startsWith("none "), odd);
    }
    assertTrue(line.carry("carry 127.0.0.1 1 c !").startsWith("none "));
    assertEquals(0, connections.get());
  }
}
