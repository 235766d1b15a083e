package porchlight.installer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Says yes to everything, over TLS on loopback: a training partner for the archive, nothing more.
 */
final class TrainingCentral implements AutoCloseable {
  private static final String PASSWORD = "training";

  private final HttpsServer server;
  private final Path store;
  private final Path work;
  private final AtomicInteger reports = new AtomicInteger();
  private final AtomicInteger briefs = new AtomicInteger();

  private TrainingCentral(HttpsServer server, Path store, Path work) {
    this.server = server;
    this.store = store;
    this.work = work;
  }

  static TrainingCentral start(Path work) throws IOException, InterruptedException {
    Path store = work.resolve("training.p12");
    makeKey(store);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    var central = new TrainingCentral(server, store, work);
    String device =
        "{\"device\": \""
            + new UUID(7, 7)
            + "\", \"organisation\": \"Training\", \"nextReportSeconds\": 900, \"serverTime\": \"2026-01-01T00:00:00Z\"}";
    server.createContext("/v1/enroll", exchange -> answer(exchange, 201, device));
    server.createContext(
        "/v1/reports",
        exchange -> {
          String brief = exchange.getRequestHeaders().getFirst("Porchlight");
          if (brief != null) {
            central.briefs.incrementAndGet();
            answerBriefly(exchange, brief.split(" ", -1)[1]);
            return;
          }
          central.reports.incrementAndGet();
          String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          answer(
              exchange,
              202,
              "{\"report\": \""
                  + id
                  + "\", \"stored\": true, \"fullWanted\": false, \"nextReportSeconds\": 900, \"serverTime\": \"2026-01-01T00:00:00Z\"}");
        });
    server.start();
    return central;
  }

  /** The JVM flags by which the agent trusts this server. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  int reports() {
    return reports.get();
  }

  /** How many came in brief, by the connection that is kept. */
  int briefs() {
    return briefs.get();
  }

  /** Writes the agent's settings for reporting here, by that policy. */
  void settings(Path file, Path state, Path policy) throws IOException {
    Path token = Files.writeString(work.resolve("token"), "training");
    Files.writeString(
        file,
        "{\"server\": \"https://localhost:"
            + server.getAddress().getPort()
            + "\", \"stateFolder\": \""
            + state
            + "\", \"enrollmentTokenFile\": \""
            + token
            + "\", \"policyFile\": \""
            + policy
            + "\"}");
  }

  /**
   * Makes a policy of the usual rules that asks only this machine: what is built must not ask the
   * network that it is built on.
   */
  Path policy(Path usual) throws IOException {
    String own =
        """
        "probes": {
            "absent": [], "known": [], "identities": [], "publicResolvers": [], "filters": [],
            "authorities": ["127.0.0.1"],
            "portals": [{"url": "http://127.0.0.1:9/"}],
            "tls": [{"host": "127.0.0.1:%d"}]
          },
        """
            .formatted(server.getAddress().getPort());
    String text = Files.readString(usual);
    String changed =
        Pattern.compile("^  \"probes\": \\{.*?^  \\},$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text)
            .replaceFirst(Matcher.quoteReplacement(own.strip()));
    if (changed.equals(text)) {
      throw new IOException(usual + " has no probes");
    }
    return Files.writeString(work.resolve("policy.json"), changed);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The receipt of a report in brief, as {@code config/protocol.md} has it. */
  private static void answerBriefly(HttpExchange exchange, String nonce) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Porchlight", nonce + " 900 1767225600000");
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static void makeKey(Path store) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "training",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("keytool ended with " + code);
    }
  }

  private static SSLContext context(Path store) throws IOException {
    try (var in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
