package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A short storm; {@code installer/storm} by hand is the long one. */
class StormIT {
  private static final int LONGEST_SECONDS = 300;
  private static final Path STORM = Path.of("storm").toAbsolutePath();
  private static final Pattern SUM =
      Pattern.compile(
          "storm 7: (\\d+) cycles: (\\d+) made, \\d+ put, (\\d+) delivered, (\\d+) dropped, (\\d+)"
              + " arrived though dropped, 0 refused, 0 waiting, 0 lost, 0 doubled, 0 unaccounted\n$");

  @Test
  void every_report_is_in_the_ledger_once_or_said_to_be_dropped() throws Exception {
    assumeTrue(Files.isExecutable(Built.AGENT), "no image: needs Linux and mvn package");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs python3");
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "needs nginx");
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root, for namespaces");
    var ended =
        Built.run(
            List.of(STORM.toString(), "--cycles", "40", "--seed", "7", "--short", "--minutes", "1"),
            Map.of(),
            LONGEST_SECONDS);
    assertEquals(0, ended.code(), ended.out() + ended.err());
    var sum = SUM.matcher(ended.out());
    assertTrue(sum.find(), ended.out());
    assertTrue(Long.parseLong(sum.group(1)) >= 20, "too few cycles: " + ended.out());
    long made = Long.parseLong(sum.group(2));
    assertTrue(made >= 20, "too little happened: " + ended.out());
    assertEquals(
        made,
        Long.parseLong(sum.group(3)) + Long.parseLong(sum.group(4)) - Long.parseLong(sum.group(5)),
        ended.out());
    System.out.print(ended.out());
  }
}
