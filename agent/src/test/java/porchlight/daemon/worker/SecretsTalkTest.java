package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.json.Sent;
import porchlight.uplink.Canned;
import porchlight.uplink.SentFolder;
import porchlight.uplink.StateFolder;
import porchlight.uplink.TestCentral;

class SecretsTalkTest extends TalkingLaptop {
  private static boolean mount(String... words) throws Exception {
    var command = new ArrayList<String>(List.of("mount"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  @Test
  void everything_that_left_is_kept_as_it_left_but_the_token() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    central.say(new Canned(500, "", Map.of()));
    laptop.cycle(central);
    pass(Duration.ofHours(1));
    laptop.cycle(central);
    List<Sent> sent = SentFolder.newest(laptop.state(), 100).reversed();
    assertEquals(central.taken().size(), sent.size());
    for (int i = 0; i < sent.size(); i++) {
      var took = central.taken().get(i);
      var kept = sent.get(i);
      assertTrue(kept.url().endsWith(took.path()));
      assertEquals(took.headers().get("signature"), kept.headers().get("Signature"));
      assertEquals(
          took.text().replace(TestCentral.TOKEN, "(left out)"),
          kept.text(),
          "the token is nowhere");
      assertEquals(i == 0, kept.text().contains("(left out)"));
    }
    assertEquals(Optional.of("201"), sent.get(0).answer());
    assertTrue(sent.get(2).answer().orElseThrow().startsWith("answered 500"));
  }

  @Test
  void keys_and_tokens_are_in_no_file_but_their_own() throws IOException {
    var laptop = laptop();
    central.say(Canned.problem(401, "bad-token"));
    laptop.cycle(central);
    pass(Duration.ofHours(1));
    central.rotateKey = true;
    laptop.cycle(central);
    central.say(Canned.problem(409, "cloned"));
    laptop.cycle(central);
    central.rotateKey = false;
    var secrets = new ArrayList<String>(List.of(TestCentral.TOKEN));
    var own = new ArrayList<Path>();
    try (var all = Files.walk(laptop.state())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (String.valueOf(file.getFileName()).startsWith("device.key")) {
          own.add(file);
          Files.readString(file).lines().limit(3).skip(1).forEach(secrets::add);
        }
      }
    }
    assertTrue(secrets.size() >= 3);
    int files = 0;
    try (var all = Files.walk(laptop.state())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        files++;
        for (String secret : secrets) {
          assertTrue(own.contains(file) || !text.contains(secret), file.toString());
        }
        assertEquals(
            "rw-------",
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)),
            file.toString());
      }
    }
    assertTrue(files > 10, files + " files");
    for (String secret : secrets) {
      assertFalse(laptop.said.contains(secret));
    }
  }

  @Test
  void a_disk_that_can_only_be_read_is_said_and_nothing_is_lost() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("state"));
    assumeTrue(mount("-t", "tmpfs", "porchlight-test", disk.toString()), "needs root, to mount");
    try {
      var laptop = laptop();
      laptop.cycle(central);
      central.say(new Canned(500, "", Map.of()));
      pass(CADENCE);
      laptop.cycle(central);
      assertTrue(mount("-o", "remount,ro", disk.toString()));
      pass(CADENCE);
      assertEquals("retry 900", laptop.cycle(central));
      assertTrue(laptop.said.contains("cannot use"), laptop.said);
      assertTrue(mount("-o", "remount,rw", disk.toString()));
      pass(CADENCE);
      laptop.cycle(central);
      assertEquals(upTo(3), central.numbers(device(laptop)));
    } finally {
      new ProcessBuilder("umount", disk.toString()).start().waitFor();
    }
  }

  @Test
  void goodbye_is_the_last_word() throws IOException {
    var laptop = laptop();
    laptop.cycle(central);
    var state = new StateFolder(laptop.state());
    assertEquals("", Enroll.goodbye(state, "shutdown", clock.outside()));
    laptop.cycle(central);
    assertEquals("", Enroll.goodbye(state, "uninstalled", clock.outside()));
    int asked = central.taken().size();
    laptop.cycle(central);
    assertEquals(asked, central.taken().size());
    assertEquals(Set.of("shutdown", "uninstalled"), central.goodbyes());
  }
}
