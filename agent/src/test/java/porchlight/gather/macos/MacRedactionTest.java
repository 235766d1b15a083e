package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.Transcript;

/** A recording of a Mac names nobody, and is judged like the Mac itself. */
class MacRedactionTest {
  private static final String SOCKETS =
      """
      Active Internet connections (including servers)
      Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
      tcp4       0      0  192.0.2.9.52110        93.184.216.34.443      ESTABLISHED
      tcp4       0      0  *.22                   *.*                    LISTEN
      udp4       0      0  *.5353                 *.*
      Active Multipath Internet connections
      Proto/ID  Flags      Local Address          Foreign Address        (state)
      mptcp/00                                                           ESTABLISHED
       tcp4/01  00000013   192.0.2.9.52111        198.51.100.77.443      ESTABLISHED
      """;

  private static final List<String> SECRETS =
      List.of(
          "Anns-MacBook",
          "Attic",
          "QXR0aWM=",
          "ann\"",
          "ann\n",
          "93.184.216.34",
          "198.51.100.77",
          "7c:10:c9:4",
          "7c:10:c9:04",
          "corp.example",
          "Ann Lee");

  private static Answer answer(Question question) {
    String text = question.text();
    if (text.startsWith("$ netstat -anW")) {
      return new Answer.Said(0, SOCKETS);
    }
    return switch (text) {
      case "$ sysctl kern.hostname hw.model hw.machine" ->
          new Answer.Said(
              0, "kern.hostname: Anns-MacBook.local\nhw.model: Mac14,7\nhw.machine: arm64\n");
      case "$ sw_vers" -> new Answer.Said(0, MacCaptures.text("softwareupdate/sw_vers_15.5.txt"));
      case "? native wifi" ->
          new Answer.Said(
              0, "interface=en0\npower=1\nmode=1\nchannel=36\nsecurity=4\nssid=Attic\n");
      case "$ ipconfig getsummary en0" ->
          new Answer.Said(
              0,
              MacCaptures.text("wifi/ipconfig-getsummary_wpa3-sae_redacted_full_26.6.2.txt")
                  .replace("\n  SSID : <redacted>", "\n  SSID : Attic")
                  .replace("WPA3_SAE", "WPA2_PSK")
                  .replace("localdomain", "corp.example"));
      case "$ scutil --dns" ->
          new Answer.Said(
              0,
              MacCaptures.text("dns/scutil-dns_split-vpn-corp-domain.txt")
                  .replace("foo.tld", "corp.example"));
      case "$ netstat -rn" ->
          new Answer.Said(0, MacCaptures.text("route/netstat-nr_plain-lan_13-14_excerpt.txt"));
      case "$ stat -f %u:%Su /dev/console" -> new Answer.Said(0, "501:ann\n");
      case "$ id -u" -> new Answer.Said(0, "501\n");
      case "$ defaults read /Library/Preferences/com.apple.loginwindow" ->
          new Answer.Said(0, "{\n    autoLoginUser = ann;\n    lastUserName = \"ann\";\n}\n");
      case "$ profiles status -type enrollment" ->
          new Answer.Said(
              0, "MDM enrollment: Yes\nMDM server: https://mdm.corp.example/mdm/ServerURL\n");
      case "$ security dump-trust-settings -d" ->
          new Answer.Said(
              0,
              """
              Number of trusted certs = 1
              Cert 0: Ann Lee's own CA
                 Number of trust settings : 0
              """);
      case "$ fdesetup status" ->
          new Answer.Said(
              0, "FileVault is Off.\nDeferred enablement appears to be active for user 'ann'.\n");
      case "$ plutil -convert xml1 -o - /Library/Preferences/com.apple.wifi.known-networks.plist" ->
          new Answer.Said(
              0,
              "<plist><dict><key>wifi.network.ssid.Attic</key><dict><key>SSID</key>\n"
                  + "<data>\n"
                  + "QXR0aWM=\n"
                  + "</data>"
                  + "<key>SupportedSecurityTypes</key><string>Open</string></dict></dict></plist>");
      default -> new Answer.Missing();
    };
  }

  @Test
  void a_recording_of_a_mac_names_nobody_and_says_the_same() {
    var recording = new Recording(MacRedactionTest::answer);
    var whole = facts(recording);
    var exchanges = recording.redacted(address -> false, false);
    for (var exchange : exchanges) {
      for (String secret : SECRETS) {
        assertFalse(exchange.toString().contains(secret), secret + " in " + exchange);
      }
    }
    var again = facts(new Transcript(new Recorded("", Instant.EPOCH, "macos", exchanges)));
    assertEquals(whole.firewall(), again.firewall());
    assertEquals(whole.listening(), again.listening());
    assertEquals(whole.disks(), again.disks());
    assertEquals(1, known(again.trustedRoots()).added().size());
    assertTrue(known(again.management()).toString().contains("Enrolled"));
    assertTrue(known(again.wifi()).toString().contains("WPA2"), again.wifi().toString());
    assertTrue(
        known(again.gateway()).toString().contains("02:00:5e:00"), again.gateway().toString());
  }

  private static porchlight.facts.Facts facts(Machine machine) {
    return new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(new MacGatherer(machine), Instant.EPOCH);
  }
}
