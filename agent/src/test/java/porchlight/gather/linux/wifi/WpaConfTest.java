package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reason;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Question.ReadSettings;

/** Whole files after wpa_supplicant.conf(5), read from a disk as on a laptop; written by hand. */
class WpaConfTest {
  @TempDir Path folder;

  private SavedNetworks saved(String text) throws IOException {
    Files.writeString(folder.resolve("wpa_supplicant.conf"), text);
    Answer answer =
        new LocalMachine()
            .ask(new ReadSettings(folder.toString(), "wpa_supplicant.conf", WpaConf.KEYS));
    return WpaConf.read(new Scripted().answers(WpaConf.ALONE, answer));
  }

  private List<String> weak(String text) throws IOException {
    SavedNetworks saved = saved(text);
    assertEquals(Optional.empty(), saved.unseen(), text);
    return saved.weak().stream().map(one -> one.network() + " " + one.weakness().word()).toList();
  }

  @Test
  void comments_blobs_and_global_settings_are_passed_over() throws IOException {
    String head =
        """
        # ours
        ctrl_interface=/run/wpa_supplicant
        ap_scan=1
        update_config=1
        blob-base64-cert={
        AAAA
        BBB=
        }
        cred={
        \trealm="x"
        }
        """;
    assertEquals(
        List.of("Lounge no-password"),
        weak(
            head
                + """
                network={ # the café
                \tssid="Lounge" # its name
                \tkey_mgmt=NONE # open
                } # end
                """));
    assertEquals(
        List.of(), weak(head + "network={\r\n\tssid=\"A#B\"\r\n\tpsk=\"secret#1\"\r\n}\r\n"));
    assertEquals(
        List.of(), weak("network={\n\tssid=\"A\"\n\tkey_mgmt=NONE\n\tdisabled=1 # off\n}\n"));
  }

  @Test
  void names_are_said_in_each_way_they_may_be_written() throws IOException {
    String open = "network={\n\tssid=%s\n\tkey_mgmt=NONE\n}\n";
    assertEquals(List.of("Lou#nge no-password"), weak(open.formatted("\"Lou#nge\"")));
    assertEquals(List.of("Lounge no-password"), weak(open.formatted("4c6f756e6765")));
    assertEquals(List.of("Lou\"nge no-password"), weak(open.formatted("P\"Lou\\\"nge\"")));
    assertEquals(
        List.of("any network no-password"), weak("network={\n\tkey_mgmt=NONE\n\tpriority=1\n}\n"));
  }

  @Test
  void every_way_to_agree_on_keys_has_its_place() throws IOException {
    String network = "network={\n\tssid=\"A\"\n\tkey_mgmt=%s\n}\n";
    for (String good : List.of("SAE FT-SAE WPA-PSK-SHA256", "WPA-EAP-SUITE-B-192", "DPP SAE")) {
      assertEquals(List.of(), weak(network.formatted(good)), good);
    }
    assertEquals(List.of("A wep"), weak(network.formatted("IEEE8021X")));
    assertEquals(List.of("A no-password"), weak(network.formatted("WPA-PSK NONE")));
    assertEquals(
        Optional.of(Reason.NOT_UNDERSTOOD),
        saved(network.formatted("OSEN")).unseen().map(one -> one.reason()));
  }

  @Test
  void a_network_whose_beginning_or_end_is_not_seen_is_not_passed_over() throws IOException {
    for (String text :
        List.of(
            "network = {\n\tssid=\"A\"\n\tkey_mgmt=NONE\n}\n",
            "NETWORK={\n\tssid=\"A\"\n\tkey_mgmt=NONE\n}\n",
            "network={\n\tssid=\"A\"\n\tkey_mgmt=NONE\n")) {
      assertEquals(
          Optional.of(Reason.NOT_UNDERSTOOD), saved(text).unseen().map(one -> one.reason()), text);
    }
  }
}
