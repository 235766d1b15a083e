package porchlight.installer;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The real central, as a process that can be killed and started again on the same port and data.
 */
final class RunningCentral implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("key=([^\"]+)\"");

  private final List<String> within;
  private final Path data;
  private final Path ready;
  private final int port;
  private final Path log;
  private volatile Process process;

  RunningCentral(Path folder) throws IOException {
    this(folder, List.of());
  }

  /**
   * Another one.
   *
   * @param within the beginning of a command that runs the rest of it elsewhere
   */
  RunningCentral(Path folder, List<String> within) throws IOException {
    this.within = within;
    this.data = folder.resolve("central");
    this.ready = folder.resolve("ready.json");
    this.log = folder.resolve("central.log");
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.process = start();
  }

  private Process start() throws IOException {
    Files.deleteIfExists(ready);
    var command = new ArrayList<>(within);
    command.addAll(
        List.of(
            Built.JAVA.toString(),
            "-jar",
            Built.CENTRAL.toString(),
            "--data",
            data.toString(),
            "--listen",
            "127.0.0.1:" + port,
            "--ready-file",
            ready.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .start();
  }

  /** As a power cut would: without a chance to finish anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void restart() throws IOException {
    process = start();
  }

  void awaitReady() throws IOException, InterruptedException {
    for (int i = 0; i < 600 && !Files.exists(ready); i++) {
      if (!process.isAlive()) {
        throw new AssertionError("central ended: " + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  Path data() {
    return data;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A fresh token. */
  String token() throws IOException, InterruptedException {
    var token = Built.central("token", "--organisation", "Test", "--data", data.toString());
    if (token.code() != 0) {
      throw new AssertionError(token.err());
    }
    return token.out().strip();
  }

  /** What opens the dashboard. */
  String key() throws IOException {
    var key = KEY.matcher(Files.readString(ready));
    if (!key.find()) {
      throw new AssertionError("no key in " + ready);
    }
    return key.group(1);
  }

  /** What it answers to a dashboard. */
  String get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Authorization", "Bearer " + key())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  /**
   * Settings of an agent that reports here, with a fresh token, in that folder; it asks nothing of
   * the network that the tests run on.
   */
  Path settings(Path folder) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("token"), token());
    return Files.writeString(
        folder.resolve("agent.json"),
        "{\"server\": \""
            + address()
            + "\", \"stateFolder\": \""
            + folder.resolve("state")
            + "\", \"enrollmentTokenFile\": \""
            + file
            + "\", \"policyFile\": \""
            + Built.quietPolicy(folder)
            + "\"}");
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
