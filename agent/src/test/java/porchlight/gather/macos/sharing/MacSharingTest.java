package porchlight.gather.macos.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.Launchd;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.people.AtTheScreen;
import porchlight.machine.Answer;

/** What a Mac offers to those around it. */
class MacSharingTest {
  private static final Answer NEVER_SET =
      new Answer.Said(
          1, "", MacCaptures.text("softwareupdate/defaults-read_missing-key_stderr_26.txt"));

  private static Answer said(String text) {
    return new Answer.Said(0, text);
  }

  private static Reading<Audience> airDrop(String text) {
    return Settings.airDrop(Settings.AIRDROP, said(text));
  }

  private static Reading<Audience> of(Kind kind, Told machine) {
    return known(MacSharing.read(machine)).offers().stream()
        .filter(offer -> offer.kind() == kind)
        .findFirst()
        .orElseThrow()
        .audience();
  }

  private static Told ann(String us) {
    return new Told()
        .says(AtTheScreen.QUESTIONS.get(0), "501:ann\n")
        .says(AtTheScreen.QUESTIONS.get(1), us);
  }

  @Test
  void airdrop_is_for_nobody_contacts_or_everyone() {
    assertEquals(
        Audience.NOBODY,
        known(
            airDrop(
                MacCaptures.text("airdrop/defaults-sharingd-DiscoverableMode_off_26.5.1.txt"))));
    assertEquals(
        Audience.CHOSEN,
        known(
            airDrop(
                MacCaptures.text(
                    "airdrop/defaults-sharingd-DiscoverableMode_contacts-only_26.5.1.txt"))));
    assertEquals(Audience.EVERYBODY, known(airDrop("Everyone\n")));
    assertEquals(Reason.NOT_UNDERSTOOD, why(airDrop("Nur Kontakte\n")));
    assertEquals(
        Reason.NOT_UNDERSTOOD, why(Settings.airDrop(Settings.AIRDROP, NEVER_SET)), "no default");
  }

  @Test
  void a_switch_that_was_never_touched_stands_as_it_came() {
    assertEquals(
        Audience.EVERYBODY,
        known(Settings.toggle(Settings.AIRPLAY, NEVER_SET, Audience.EVERYBODY)));
    assertEquals(
        Audience.NOBODY, known(Settings.toggle(Settings.CACHE, NEVER_SET, Audience.NOBODY)));
    assertEquals(
        Audience.NOBODY, known(Settings.toggle(Settings.AIRPLAY, said("0\n"), Audience.EVERYBODY)));
    assertEquals(
        Audience.EVERYBODY, known(Settings.toggle(Settings.CACHE, said("1\n"), Audience.NOBODY)));
    for (String odd : List.of("", "yes\n", "2\n", "1\n1\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          why(Settings.toggle(Settings.MEDIA, said(odd), Audience.NOBODY)),
          odd);
    }
  }

  @Test
  void a_service_that_is_on_waits_and_113_is_off() {
    String on = MacCaptures.text("sharing/launchctl-print_screensharing_on_26.5.1_excerpt.txt");
    assertEquals(true, known(Launchd.isOn(Launchd.SCREEN_SHARING, said(on))));
    String off = MacCaptures.text("sharing/launchctl-print_screensharing_off_exit113_26.5.1.txt");
    assertEquals(false, known(Launchd.isOn(Launchd.SCREEN_SHARING, new Answer.Said(113, "", off))));
    String sshd = MacCaptures.text("sharing/launchctl-print_sshd_off_exit113_26.5.1.txt");
    assertEquals(false, known(Launchd.isOn(Launchd.REMOTE_LOGIN, new Answer.Said(113, "", sshd))));
    for (Answer odd :
        List.of(
            said(""),
            said("system/com.apple.other = {\n"),
            new Answer.Said(113, "", ""),
            new Answer.Said(1, "", sshd),
            new Answer.Said(64, "", "Unrecognized target specifier.\n"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Launchd.isOn(Launchd.REMOTE_LOGIN, odd)), "" + odd);
    }
  }

  @Test
  void guests_come_in_only_where_files_are_shared() {
    var off = new Answer.Said(113, "", "Bad request.\nCould not find service \"x\" in domain\n");
    var closed = ann("501\n").says(Launchd.FILE_SHARING, off);
    assertEquals(Audience.NOBODY, known(of(Kind.GUEST_FILES, closed)));
    assertFalse(closed.asked().contains(GuestAccess.STATUS.text()));
    var open =
        ann("501\n")
            .says(Launchd.FILE_SHARING, "system/com.apple.smbd = {\n}\n")
            .says(
                GuestAccess.STATUS,
                new Answer.Said(0, "", "… sysadminctl[1:2] SMB guest access enabled.\n"));
    assertEquals(Audience.EVERYBODY, known(of(Kind.GUEST_FILES, open)));
    assertEquals(
        Audience.CHOSEN,
        known(GuestAccess.read(new Answer.Said(0, "", "x SMB guest access disabled.\n"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(
            GuestAccess.read(
                new Answer.Said(0, "smb guest access enabled\nSMB guest access disabled\n"))));
    assertEquals(Reason.NOT_UNDERSTOOD, why(GuestAccess.read(said(""))));
  }

  @ParameterizedTest
  @CsvSource({
    "ifconfig-a_glpi_macbook-pro-16-intel-2019-catalina.txt, EVERYBODY",
    "ifconfig-a_glpi_macbook-pro-16-apple-silicon-2021-macosx-14.4.txt, NOBODY",
    "ifconfig-a_glpi_imac-27-intel-2019-macosx-10.14.6.txt, NOBODY",
    "ifconfig-a_glpi_macosx-01.txt, NOBODY",
    "ifconfig_apple-silicon_many-utun_vpn-utun8_14.6.txt, NOBODY",
  })
  void internet_sharing_is_a_bridge_with_an_access_point_in_it(String file, Audience audience) {
    assertEquals(audience, known(Bridges.read(said(MacCaptures.text("ifconfig/" + file)))));
  }

  @Test
  void the_bridge_of_a_virtual_machine_shares_nothing_and_no_interface_is_not_understood() {
    String bridge =
        """
        bridge100: flags=8a63<UP,BROADCAST> mtu 1500
        \tinet 192.168.2.1 netmask 0xffffff00
        \tmember: %s flags=3<LEARNING,DISCOVER>
        """;
    String bridged = String.format(bridge, "en0").replaceFirst("\tinet.*\n", "");
    assertEquals(Audience.NOBODY, known(Bridges.read(said(bridged))), "a machine on the network");
    assertEquals(Audience.NOBODY, known(Bridges.read(said(String.format(bridge, "vmenet0")))));
    assertEquals(Audience.EVERYBODY, known(Bridges.read(said(String.format(bridge, "ap1")))));
    assertEquals(
        Audience.NOBODY,
        known(Bridges.read(said(String.format(bridge, "en2").replace("100", "0")))),
        "the Thunderbolt Bridge");
    assertEquals(Reason.NOT_UNDERSTOOD, why(Bridges.read(said(""))));
  }

  @Test
  void what_another_interface_has_is_not_a_bridge_s() {
    String one =
        """
        bridge100: flags=8a63<UP,BROADCAST> mtu 1500
        \tmember: ap1 flags=3<LEARNING,DISCOVER>
        %s
        \tinet 192.168.2.7 netmask 0xffffff00
        """;
    for (String name : List.of("p2p0: flags=8843<UP> mtu 2304", "XHC20: flags=0<> mtu 0")) {
      assertEquals(Audience.NOBODY, known(Bridges.read(said(one.formatted(name)))), name);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(Bridges.read(said(one.formatted("member: ap1 x")))));
  }

  @Test
  void shared_printers_are_a_line_of_cupsctl() {
    String off = MacCaptures.text("sharing/cupsctl_share-printers-off_26.5.txt");
    assertEquals(Audience.NOBODY, known(Cupsctl.read(said(off))));
    assertEquals(
        Audience.EVERYBODY,
        known(Cupsctl.read(said(off.replace("_share_printers=0", "_share_printers=1")))));
    for (String odd : List.of("", "_share_printers=0\n_share_printers=1\n", "share_printers=0")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Cupsctl.read(said(odd))), odd);
    }
  }

  @Test
  void settings_are_those_of_the_person_at_the_screen_and_denied_to_others() {
    var root = ann("0\n").says(Settings.BLUETOOTH_THEIRS.as(501), "1\n");
    assertEquals(Audience.EVERYBODY, known(of(Kind.BLUETOOTH, root)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(of(Kind.AIRDROP, ann("502\n"))));
    assertEquals(
        Reason.NOT_SUPPORTED,
        why(
            of(
                Kind.AIRDROP,
                new Told()
                    .says(AtTheScreen.QUESTIONS.get(0), "0:root\n")
                    .says(AtTheScreen.QUESTIONS.get(1), "0\n"))));
  }

  @Test
  void what_is_missing_is_unknown_thing_by_thing() {
    var offers = known(MacSharing.read(new Told())).offers();
    assertEquals(Kind.values().length - 2, offers.size(), "NEARBY and SMB1 are of Windows");
    offers.forEach(offer -> assertEquals(Reason.TOOL_MISSING, why(offer.audience())));
  }
}
