package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The real central behind TLS, on the network that a booted laptop is on; it ends with that laptop.
 */
final class CentralBeside {
  static final String ADDRESS = "https://10.70.0.1:8443";

  private final Path data;

  private CentralBeside(Path data) {
    this.data = data;
  }

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
    return Device.listed(data);
  }
}
