package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;

/** Every captured answer about Wi-Fi, read by its tool and held to what PROVENANCE.tsv says. */
class WifiCapturesTest {
  private static final LinkName WLAN0 = new LinkName("wlan0");

  /** How PROVENANCE puts it, and what we call it; the first that fits. */
  private static final Map<String, Security> WORDS = new HashMap<>();

  static {
    WORDS.put("open network", Security.OPEN);
    WORDS.put("OWE", Security.OWE);
    WORDS.put("WEP-40", Security.WEP);
    WORDS.put("WPA1 TKIP only", Security.WPA);
    WORDS.put("WPA1+WPA2", Security.WPA_WPA2);
    WORDS.put("WPA2-PSK", Security.WPA2);
    WORDS.put("AP offers WPA2+WPA3", Security.WPA2_WPA3);
    WORDS.put("WPA3-SAE", Security.WPA3);
    WORDS.put("WPA2-Enterprise", Security.ENTERPRISE);
  }

  private record Row(String file, String truth) {
    String name() {
      return file.substring(file.lastIndexOf('/') + 1);
    }

    String folder() {
      return file.substring(0, file.lastIndexOf('/') + 1);
    }

    /** Empty for a radio that is in no network. */
    Optional<Security> joined() {
      if (truth.contains("stays disconnected")) {
        return Optional.empty();
      }
      return WORDS.entrySet().stream()
          .filter(word -> truth.startsWith(word.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  private static List<Row> rows() {
    return Captures.text("PROVENANCE.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells[0].startsWith("wifi/"))
        .map(cells -> new Row(cells[0], cells[3]))
        .toList();
  }

  @Test
  void every_capture_has_its_origin_and_every_origin_its_capture() {
    var told = new TreeSet<>(rows().stream().map(Row::file).toList());
    assertEquals(told, new TreeSet<>(Captures.matching("wifi/**")));
    assertTrue(told.size() >= 120, "captures: " + told.size());
  }

  @Test
  void every_capture_is_read_and_says_what_is_true() {
    var unused = new ArrayList<String>();
    int read = 0;
    for (Row row : rows()) {
      if (isHeldElsewhere(row)) {
        continue;
      }
      Optional<Reading<Wifi>> reading = reading(row);
      if (reading.isEmpty()) {
        unused.add(row.file);
        continue;
      }
      Optional<Security> expected = expected(row);
      assertEquals(expected, security(reading.get()), row.file + ": " + reading.get());
      read++;
    }
    assertEquals(List.of(), unused, "no reader is tried on these");
    assertTrue(read >= 70, "read: " + read);
  }

  /** Those that other tests hold to their truth: who may not ask, strangers' machines, profiles. */
  private static boolean isHeldElsewhere(Row row) {
    return row.folder().matches("wifi/(external|networkmanager)/")
        || row.name().matches("sys-class-net.txt|iw-station.txt|nmcli-dev.txt")
        || row.name().matches("(wpa-cli-status|iwctl-station-show)-user.txt");
  }

  /** Without a radio, below iwd, and where the daemon does not run, nothing can be told. */
  private static Optional<Security> expected(Row row) {
    return row.folder().equals("wifi/nm-iwd/") ? Optional.empty() : row.joined();
  }

  private static Optional<Reading<Wifi>> reading(Row row) {
    String text = Captures.text(row.file);
    return switch (row.name()) {
      case "iw-link.txt", "iw-link-user.txt" ->
          Optional.of(Iw.wifi(kernel(row, text, scan(row)), WLAN0));
      case "iw-scan-dump.txt", "iw-scan-dump-user.txt" ->
          Optional.of(Iw.wifi(kernel(row, link(row), text), WLAN0));
      case "iwctl-station-show.txt" ->
          Optional.of(Iwctl.wifi(new Told().says(Iwctl.STATION.on(WLAN0), text), WLAN0));
      case "wpa-cli-status.txt" -> {
        var answer = new Answer.Said(text.contains("wpa_state") ? 0 : 255, text);
        yield Optional.of(WpaCli.wifi(new Told().says(WpaCli.STATUS.on(WLAN0), answer), WLAN0));
      }
      case "nmcli-wifi-list.txt",
          "nmcli-wifi-list-user.txt",
          "nmcli-wifi-list-open.txt",
          "nmcli-wifi-list-wpa2.txt",
          "nmcli-wifi-list-disconnected.txt" -> {
        String state =
            text.contains("\n*:") || text.startsWith("*:") ? "connected" : "disconnected";
        yield Optional.of(
            NmcliWifi.wifi(
                new Told()
                    .says(NmcliWifi.DEVICES, "wlan0:wifi:" + state + "\n")
                    .says(NmcliWifi.NETWORKS, NmcliWifiTest.withOurColumns(text))));
      }
      case "no-nl80211-iw-link.txt" ->
          Optional.of(
              Iw.wifi(new Told().says(Iw.LINK.on(WLAN0), new Answer.Said(1, "", text)), WLAN0));
      default -> Optional.empty();
    };
  }

  private static Told kernel(Row row, String link, String scan) {
    var machine = new Told().says(Iw.LINK.on(WLAN0), link).says(Iw.SCAN.on(WLAN0), scan);
    var stations = Captures.matching(row.folder() + "iw-station.txt");
    return machine.says(
        Iw.STATION.on(WLAN0),
        stations.isEmpty() ? Scans.station(link) : Captures.text(stations.get(0)));
  }

  private static String link(Row row) {
    return Captures.text(Captures.matching(row.folder() + "iw-link*.txt").get(0));
  }

  /** Of a folder without one: what the access point of that name said in another. */
  private static String scan(Row row) {
    String wanted = row.joined().map(Security::word).orElse("none");
    return rows().stream()
        .filter(other -> other.name().startsWith("iw-scan-dump"))
        .filter(other -> other.joined().map(Security::word).orElse("none").equals(wanted))
        .map(other -> Captures.text(other.file))
        .findFirst()
        .orElse("");
  }

  private static Optional<Security> security(Reading<Wifi> reading) {
    return reading instanceof Known<Wifi>(Joined joined)
        ? Optional.of(joined.security())
        : Optional.empty();
  }
}
