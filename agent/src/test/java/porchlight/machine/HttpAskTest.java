package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Real sockets: servers that keep a connection open, drip, or say much before they say anything.
 */
class HttpAskTest {
  private static final int LIMIT = 1000;
  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  /** What is told of a server that says this and then keeps the connection open. */
  private static Answer open(String said) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(() -> {
            try (Socket one = server.accept()) {
              one.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
              one.getOutputStream().flush();
              while (one.getInputStream().read() >= 0) {
                // until the other side has enough
              }
            } catch (IOException gone) {
              // as it should be
            }
          });
      thread.setDaemon(true);
      thread.start();
      long start = System.nanoTime();
      Answer answer =
          new LocalMachine()
              .ask(new Probe.HttpGet(false, "127.0.0.1", server.getLocalPort(), "/", LIMIT));
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < LIMIT, "in its limit");
      return answer;
    }
  }

  private static void assertTells(String line, Answer answer) {
    assertTrue(
        answer instanceof Answer.Said said && said.text().lines().anyMatch(line::equals),
        line + " in " + answer);
  }

  @Test
  void a_connection_that_stays_open_hides_no_answer() throws IOException {
    Answer sent = open("HTTP/1.1 302 Found\r\nLocation: http://login.example/a\r\n\r\n");
    assertTells("status 302", sent);
    assertTells("location http://login.example", sent);
    Answer page = open("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assertTells("sha256 " + HELLO, page);
    assertTells("length 5", page);
    assertTells("sha256 " + HELLO, open("HTTP/1.1 200 OK\r\n\r\nhello"));
    assertTells("cut yes", open("HTTP/1.1 200 OK\r\ncontent-length:9\r\n\r\nhello"));
    assertTells("status 204", open("HTTP/1.1 204 No Content\r\n\r\n"));
  }

  @Test
  void a_long_head_is_read_and_an_endless_one_is_not() throws IOException {
    String cookie = "Set-Cookie: a=" + "x".repeat(3000) + "\r\n";
    assertTells(
        "status 302",
        open("HTTP/1.1 302 Found\r\n" + cookie + "Location: http://login.example/\r\n\r\n"));
    assertEquals(
        new Answer.Failed("not an HTTP answer"), open("HTTP/1.1 200 OK\r\n" + cookie.repeat(6)));
  }

  @Test
  void who_drips_is_late() throws IOException {
    assertEquals(new Answer.TimedOut(), open("HTTP/1.1 302 Fou"));
  }
}
