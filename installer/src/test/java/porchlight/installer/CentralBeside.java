package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The real central behind TLS, on the network that a booted laptop is on; it ends with that laptop.
 */
final class CentralBeside {
  static final String ADDRESS = "https://10.70.0.1:8443";

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f-]{36}) +(\\S+) +(never reported|\\S+).*");

  private final Path data;

  private CentralBeside(Path data) {
    this.data = data;
  }

  /**
   * A device as central lists it.
   *
   * @param standing active, retired or the like
   * @param reported whether a report of it has come
   */
  record Device(String id, String standing, boolean reported) {}

  static CentralBeside start(BootedLaptop laptop, Path work) {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "needs nginx");
    var up =
        BootedLaptop.run(
            Duration.ofMinutes(2),
            List.of(
                BootedLaptop.file("central"),
                laptop.folder().toString(),
                work.toString(),
                Built.JAVA.toString(),
                Built.CENTRAL.toString()));
    assertEquals(0, up.code(), up.err());
    return new CentralBeside(work.resolve("data"));
  }

  String token() throws Exception {
    var made = Built.central("token", "--organisation", "Test", "--data", data.toString());
    assertEquals(0, made.code(), made.err());
    return made.out().strip();
  }

  List<Device> devices() throws Exception {
    var listed =
        Built.run(
            List.of(
                Built.JAVA.toString(),
                "-jar",
                Built.CENTRAL.toString(),
                "device",
                "list",
                "--data",
                data.toString()),
            Map.of());
    assertEquals(0, listed.code(), listed.err());
    return listed
        .out()
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .map(line ->
            new Device(line.group(1), line.group(2), !line.group(3).equals("never reported")))
        .toList();
  }
}
