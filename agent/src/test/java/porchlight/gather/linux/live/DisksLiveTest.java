package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.gather.linux.disks.LinuxDisks;
import porchlight.machine.LocalMachine;

/** What this very machine's disks are, by us and by lsblk, which looks in its own way. */
class DisksLiveTest {
  @Test
  void lsblk_says_of_every_place_what_we_say() throws Exception {
    assumeTrue(Files.exists(Path.of("/sys/class/block")), "no block devices are shown here");
    assumeTrue(Files.exists(Path.of("/usr/bin/lsblk")), "lsblk is not installed");
    assumeTrue(Files.exists(Path.of("/usr/bin/findmnt")), "findmnt is not installed");
    var disks = ((Reading.Known<Disks>) LinuxDisks.read(new LocalMachine())).value();
    assertEquals("/", disks.places().get(0).name());
    int compared = 0;
    for (var place : disks.places()) {
      if (place.name().equals("swap")) {
        continue;
      }
      String source = run("findmnt", "-n", "-o", "SOURCE", place.name()).get(0);
      source = source.replaceFirst("\\[.*", ""); // a part of a btrfs
      if (!source.startsWith("/dev/")) {
        assertTrue(place.protection() instanceof Reading.Unknown, place + " on " + source);
        continue;
      }
      boolean crypt = run("lsblk", "-n", "-s", "-o", "TYPE", source).contains("crypt");
      assertEquals(
          crypt,
          place.protection().equals(Reading.known(Protection.ENCRYPTED)),
          place + " on " + source);
      compared++;
    }
    assumeTrue(compared > 0, "nothing here lies on a block device");
  }

  private static List<String> run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines = new ArrayList<String>();
    try (var reader = process.inputReader()) {
      reader.lines().map(String::strip).forEach(lines::add);
    }
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    return lines;
  }
}
