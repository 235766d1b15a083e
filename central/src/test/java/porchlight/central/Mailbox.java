package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A real SMTP server on loopback, which keeps what it takes; it needs python3-aiosmtpd. */
final class Mailbox implements AutoCloseable {
  /** Debian's own, which has its packages. */
  static final String PYTHON = "/usr/bin/python3";

  private final Path folder;
  private Optional<Process> server = Optional.empty();
  private int port;

  /** Keeps everything in that folder. */
  Mailbox(Path folder) {
    this.folder = folder;
  }

  int port() {
    return port;
  }

  /** What its certificate and key are in; every mode of the server wants them. */
  void certificate() throws IOException, InterruptedException {
    assertEquals(
        0,
        run(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            folder + "/key.pem",
            "-out",
            folder + "/cert.pem"));
    Files.writeString(
        folder.resolve("both.pem"),
        Files.readString(folder.resolve("key.pem")) + Files.readString(folder.resolve("cert.pem")));
  }

  static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  void listen(String mode) throws IOException {
    Path mail = Files.createDirectories(folder.resolve("mail"));
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                PYTHON,
                "src/test/python/mailbox.py",
                mail.toString(),
                folder.resolve("both.pem").toString(),
                mode,
                Integer.toString(port))
            .redirectError(folder.resolve("mailbox.log").toFile())
            .start();
    server = Optional.of(process);
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("ready", out.readLine(), Files.readString(folder.resolve("mailbox.log")));
  }

  List<MimeMessage> letters() throws Exception {
    try (Stream<Path> files = Files.list(Files.createDirectories(folder.resolve("mail")))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(file -> {
            try (InputStream in = Files.newInputStream(file)) {
              return new MimeMessage(Session.getInstance(new Properties()), in);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          })
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (server.isPresent()) {
      server.get().getOutputStream().close(); // at the end of which it goes
      server.get().onExit().join();
    }
  }
}
