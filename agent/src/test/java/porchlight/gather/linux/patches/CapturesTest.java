package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Question.ReadStanzas;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/** What real machines said; where from is in PROVENANCE.tsv. */
class CapturesTest {
  private static final Path CAPTURES = Path.of("src/test/captures/linux/patches");
  private static final Pattern UPDATE =
      Pattern.compile("Inst (\\S+) \\[(\\S+)] \\((\\S+) ([^)]*) \\[\\w+]\\).*");

  private static String capture(String name) throws IOException {
    return Files.readString(CAPTURES.resolve(name));
  }

  @Test
  void a_real_debian_is_judged_as_apt_judged_it() throws Exception {
    var machine = new Transcript(TranscriptText.read(capture("debian-12.txt")));
    var patches = ((Reading.Known<Patches>) LinuxPatches.read(machine)).value();
    Set<String> ours =
        patches.pending().stream()
            .map(one -> one.name() + " " + one.installed() + " " + one.available())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> apts =
        capture("apt-dist-upgrade.txt")
            .lines()
            .map(UPDATE::matcher)
            .filter(Matcher::matches)
            .filter(update -> update.group(4).contains("Debian-Security:"))
            .map(update -> update.group(1) + " " + update.group(2) + " " + update.group(3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(70, apts.size());
    // apt takes it from the point release, where it is newer still.
    apts.add("openssh-client 1:9.2p1-2+deb12u6 1:9.2p1-2+deb12u9");
    assertEquals(apts, ours);
    assertEquals(Instant.parse("2026-11-21T00:53:02Z"), patches.asOf());
  }

  @Test
  void every_update_that_apt_showed_is_a_newer_version() throws Exception {
    int seen = 0;
    for (String name :
        new String[] {
          "real-security-apt-get-s-upgrade.txt",
          "apt-dist-upgrade.txt",
          "external/apt-get-sqq-two-origins.txt",
          "external/apt-get-s-upgrade-phased.txt"
        }) {
      for (String line : capture(name).lines().toList()) {
        var update = UPDATE.matcher(line);
        if (update.matches()) {
          var old = DebianVersion.of(update.group(2)).orElseThrow();
          assertTrue(old.compareTo(DebianVersion.of(update.group(3)).orElseThrow()) < 0, line);
          seen++;
        }
      }
    }
    assertTrue(seen >= 145, seen + " updates");
  }

  @Test
  void a_real_release_file_says_what_it_is_and_when_it_was_made() {
    Path head = CAPTURES.resolve("real-security-InRelease-head.txt").toAbsolutePath();
    var said =
        (Answer.Said) new LocalMachine().ask(new ReadStanzas(head.toString(), Release.FIELDS));
    var paragraphs = Paragraphs.of(said.text()).orElseThrow();
    assertEquals(1, paragraphs.all().size());
    var release = Release.of("x_InRelease", "x_", paragraphs.all().getFirst());
    assertEquals("Debian-Security", release.label());
    assertEquals("bookworm-security", release.codename());
    assertEquals(Optional.of(Instant.parse("2026-11-21T00:53:02Z")), release.date());
    assertTrue(new Archive(Archive.Maker.DEBIAN, "bookworm").isBase(release));
  }

  @Test
  void the_names_in_a_real_folder_of_lists_are_paired_with_their_release() throws Exception {
    String names =
        capture("real-security-lists-dir.txt")
            .lines()
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .collect(Collectors.joining("\n"));
    String head = CAPTURES.resolve("real-security-InRelease-head.txt").toAbsolutePath().toString();
    Answer fields = new LocalMachine().ask(new ReadStanzas(head, Release.FIELDS));
    var lists =
        AptLists.read(
            question -> question.equals(AptLists.FOLDER) ? new Answer.Said(0, names) : fields);
    var all = ((Reading.Known<AptLists>) lists).value().byRelease();
    assertEquals(2, all.size());
    all.forEach((release, its) -> {
      assertEquals(Set.of("main/binary-amd64/Packages"), its.keySet());
      assertTrue(its.toString().contains(release.prefix() + "main_binary-amd64_Packages"));
    });
  }

  @Test
  void the_lengths_in_a_real_release_file_are_read() throws Exception {
    var lengths = Release.lengths(capture("real-security-InRelease-head.txt"));
    assertEquals(0L, lengths.get("contrib/Contents-amd64"));
  }
}
