package porchlight.gather.linux.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.assertUnknown;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;

class LinuxPatchesTest {
  private static final Question OS = new ReadFile("/etc/os-release");
  private static final String PREFIX = "deb.example_debian-security_dists_bookworm-security_";
  private static final String RELEASE = PREFIX + "InRelease";
  private static final String LIST = PREFIX + "main_binary-amd64_Packages";

  private static final String STATUS =
      """
      Package: dpkg
      Status: install ok installed
      Architecture: amd64
      Version: 1.21.22

      Package: foo
      Status: hold ok installed
      Architecture: amd64
      Version: 1.0

      # bytes 999
      """;
  private static final String FIELDS =
      """
      Origin: Debian
      Label: Debian-Security
      Suite: oldstable-security
      Codename: bookworm-security
      Date: Sat, 21 Nov 2026 00:53:02 UTC
      SHA256:
      # bytes 34770
      """;
  private static final String LENGTHS =
      "SHA256:\n " + "e".repeat(64) + "  2523192 main/binary-amd64/Packages\n";
  private static final String OFFERS =
      """
      Package: foo
      Version: 1.1
      Architecture: amd64

      # bytes 2523192
      """;

  private final Scripted machine =
      new Scripted()
          .says(OS, "ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n")
          .says(Dpkg.STATUS, STATUS)
          .says(AptLists.FOLDER, RELEASE + "\n" + LIST + ".lz4\nlock\npartial")
          .says(AptLists.release(RELEASE), FIELDS)
          .says(AptLists.FOLDER.file(RELEASE), LENGTHS)
          .says(AptLists.list(LIST + ".lz4"), OFFERS);

  private Reading.Unknown<Patches> unknown() {
    return (Reading.Unknown<Patches>) LinuxPatches.read(machine);
  }

  private List<Patches.Pending> pending() {
    return ((Reading.Known<Patches>) LinuxPatches.read(machine)).value().pending();
  }

  private void unknown(Reason reason, String words) {
    assertUnknown(reason, words, LinuxPatches.read(machine));
  }

  @Test
  void a_held_package_with_a_security_update_waits() {
    assertEquals(
        Reading.known(
            new Patches(
                "apt",
                List.of(new Patches.Pending("foo", "1.0", "1.1")),
                Instant.parse("2026-11-21T00:53:02Z"))),
        LinuxPatches.read(machine));
  }

  @Test
  void nothing_waits_when_all_is_as_new() {
    machine.says(AptLists.list(LIST + ".lz4"), OFFERS.replace("1.1", "1.0"));
    assertEquals(List.of(), pending());
  }

  @Test
  void every_source_missing_denied_late_or_garbled_is_unknown() {
    for (Question question :
        List.of(
            Dpkg.STATUS,
            AptLists.FOLDER,
            AptLists.release(RELEASE),
            AptLists.FOLDER.file(RELEASE),
            AptLists.list(LIST + ".lz4"))) {
      Answer right = machine.ask(question);
      NoAnswer.is_told_when_missing(machine, question);
      NoAnswer.is_told_when_denied_or_late(machine, question);
      machine.answers(question, new Answer.TooLong(9));
      unknown(Reason.NOT_UNDERSTOOD, "more than 9 bytes");
      machine.answers(question, new Answer.Failed("read error"));
      unknown(Reason.NOT_UNDERSTOOD, "read error");
      if (!question.equals(AptLists.FOLDER) && !question.equals(AptLists.FOLDER.file(RELEASE))) {
        machine.says(question, "\u0000garbage\n\n:::\n");
        unknown(Reason.NOT_UNDERSTOOD, "");
      }
      machine.answers(question, right);
    }
    assertEquals(1, pending().size());
  }

  @Test
  void no_security_list_is_not_nothing_pending() {
    machine.says(AptLists.FOLDER, "lock");
    unknown(Reason.TOOL_MISSING, "apt has no security list of bookworm");
    machine.says(AptLists.FOLDER, RELEASE);
    unknown(Reason.TOOL_MISSING, "main/binary-amd64/Packages");
  }

  @Test
  void a_file_named_security_is_none_when_its_release_file_says_otherwise() {
    for (String otherwise :
        List.of(
            FIELDS.replace("Debian-Security", "Debian"),
            FIELDS.replace("Origin: Debian", "Origin: Someone"),
            FIELDS.replace("Codename: bookworm-security", "Codename: bullseye-security"))) {
      machine.says(AptLists.release(RELEASE), otherwise);
      unknown(Reason.TOOL_MISSING, "no security list of bookworm");
    }
  }

  @Test
  void a_list_of_another_length_than_signed_is_unknown() {
    machine.says(AptLists.list(LIST + ".lz4"), OFFERS.replace("2523192", "2523191"));
    unknown(Reason.NOT_UNDERSTOOD, "2523191 bytes long, its Release file says 2523192");
  }

  @Test
  void a_list_without_a_stated_length_must_end_where_a_package_ends() {
    machine.says(AptLists.FOLDER.file(RELEASE), "SHA256:\n");
    assertEquals(1, pending().size());
    machine.says(AptLists.list(LIST + ".lz4"), OFFERS.replace("192", "192 unfinished"));
    unknown(Reason.NOT_UNDERSTOOD, "cut off");
  }

  @Test
  void a_release_without_a_date_is_unknown() {
    machine.says(AptLists.release(RELEASE), FIELDS.replace("21 Nov", "31 Nov"));
    unknown(Reason.NOT_UNDERSTOOD, "has no date");
  }

  @Test
  void packages_without_what_they_must_have_are_unknown() {
    for (String bad :
        List.of(
            OFFERS.replace("Version: 1.1\n", ""),
            OFFERS.replace("Version: 1.1", "Version: 1 1"),
            OFFERS.replace("Architecture: amd64\n", ""),
            OFFERS.replace("Version: 1.1", "Version: 1.1\nVersion: 1.0"))) {
      machine.says(AptLists.list(LIST + ".lz4"), bad);
      assertEquals(Reason.NOT_UNDERSTOOD, unknown().reason(), bad);
    }
    machine.says(AptLists.list(LIST + ".lz4"), OFFERS);
    for (String bad :
        List.of(
            STATUS.replace("Version: 1.0\n", ""),
            STATUS.replace("Package: foo", "Package: ../foo"),
            STATUS.replace("Package: foo", "Package: foo\u202ebar"),
            STATUS.replace("hold ok installed", "installed"),
            STATUS.replace("Package: dpkg", "Package: other"),
            STATUS.replace("Package: foo", "Package: dpkg"),
            STATUS.replace("999", "999 unfinished"),
            "# bytes 0\n")) {
      machine.says(Dpkg.STATUS, bad);
      assertEquals(Reason.NOT_UNDERSTOOD, unknown().reason(), bad);
    }
  }

  @Test
  void a_version_that_cannot_be_compared_matters_only_where_there_is_another() {
    machine.says(Dpkg.STATUS, STATUS.replace("1.0", "1_0"));
    unknown(Reason.NOT_UNDERSTOOD, "the version of foo");
    machine.says(AptLists.list(LIST + ".lz4"), "# bytes 2523192\n");
    assertEquals(List.of(), pending());
  }

  @Test
  void other_systems_say_what_is_not_read_yet() {
    machine.says(OS, "ID=alpine\n");
    unknown(Reason.NOT_SUPPORTED, "package manager apk is not read yet");
    machine.says(OS, "ID=gentoo\nPRETTY_NAME=\"Gentoo Linux\"\n");
    unknown(Reason.NOT_SUPPORTED, "package manager of Gentoo Linux is not read yet");
    machine.says(OS, "ID=steamos\nID_LIKE=arch\nPRETTY_NAME=SteamOS\n");
    unknown(Reason.NOT_SUPPORTED, "SteamOS is updated as one image");
    machine.says(OS, "ID=silverblue\nID_LIKE=fedora\n").says(LinuxPatches.OSTREE, "");
    unknown(Reason.NOT_SUPPORTED, "rpm-ostree or bootc");
    machine.says(OS, "ID=nixos\nPRETTY_NAME=NixOS\n");
    unknown(Reason.NOT_SUPPORTED, "package manager of NixOS is not read yet");
  }

  @Test
  void descendants_with_archives_of_their_own_are_unknown() {
    machine.says(OS, "ID=kali\nID_LIKE=debian\nVERSION_CODENAME=kali-rolling\n");
    unknown(Reason.NOT_SUPPORTED, "which archive brings the security updates of kali");
    machine.says(OS, "ID=pop\nID_LIKE=\"ubuntu debian\"\nUBUNTU_CODENAME=jammy\n");
    unknown(Reason.NOT_SUPPORTED, "which archive brings the security updates of pop");
    machine.says(OS, "ID=debian\nVERSION_CODENAME=forky\n");
    unknown(Reason.NOT_SUPPORTED, "Debian testing and unstable");
    machine.says(OS, "ID=debian\nVERSION_ID=12\n");
    unknown(Reason.NOT_UNDERSTOOD, "does not name the release");
  }

  @Test
  void names_that_apt_does_not_give_are_not_asked_for() {
    machine.says(
        AptLists.FOLDER,
        RELEASE + "\n" + LIST + ".lz4\n../../etc/shadow_Packages\na b_Packages\n\u001b[2J_Release");
    assertEquals(1, pending().size());
  }
}
