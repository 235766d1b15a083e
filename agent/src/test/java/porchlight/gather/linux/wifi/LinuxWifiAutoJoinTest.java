package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.facts.WifiAutoJoin.Profile;
import porchlight.facts.WifiAutoJoin.Saved;
import porchlight.facts.WifiAutoJoin.Weakness;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;

class LinuxWifiAutoJoinTest {
  private static final Path CAPTURES =
      Path.of("src/test/captures/linux/wifi/networkmanager").toAbsolutePath();
  private static final ListFolder ETC = NmProfiles.FOLDERS.get(1);
  private static final ListFolder RUN = NmProfiles.FOLDERS.get(0);
  private static final ListFolder WPA = WpaConf.FOLDERS.get(0);

  private static Scripted laptop() {
    return new Scripted()
        .says(Adapters.LINKS, "lo\nwlan0")
        .says(Adapters.LINKS.folder("wlan0"), "phy80211\naddress");
  }

  /** A laptop with such profiles of NetworkManager, as they were really written. */
  private static Scripted networkManager(String... names) {
    var machine = laptop().says(NmProfiles.HERE, "NetworkManager.conf");
    machine.says(ETC, String.join("\n", names));
    for (String name : names) {
      machine.answers(
          profile(ETC, name),
          new LocalMachine().ask(new ReadSettings(CAPTURES.toString(), name, NmProfiles.KEYS)));
    }
    return machine;
  }

  private static Question profile(ListFolder folder, String name) {
    return new ReadSettings(folder.path(), name, NmProfiles.KEYS);
  }

  private static Scripted iwd(String name, String text) {
    var file = new ReadSettings(IwdKnown.FOLDER.path(), "Lounge.open", IwdKnown.KEYS);
    return laptop().says(IwdKnown.FOLDER, name).says(file, text);
  }

  private static Scripted wpa(String text) {
    return laptop()
        .says(WPA, "action_wpa.sh\nwpa_supplicant.conf")
        .says(new ReadSettings(WPA.path(), "wpa_supplicant.conf", WpaConf.KEYS), text);
  }

  private static Saved saved(Scripted machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxWifiAutoJoin.read(machine));
    return assertInstanceOf(Saved.class, known.value());
  }

  private static void weak(Scripted machine, int networks, String... profiles) {
    Saved saved = saved(machine);
    assertEquals(Optional.empty(), saved.unseen());
    assertEquals(List.of(profiles), saved.weak().stream().map(one -> words(one)).toList());
    assertEquals(networks, saved.networks());
  }

  private static String words(Profile profile) {
    return profile.network() + " " + profile.weakness().word();
  }

  private static void unseen(Reason reason, Scripted machine) {
    Saved saved = saved(machine);
    assertEquals(reason, saved.unseen().orElseThrow().reason(), saved.toString());
    assertFalse(saved.unseen().orElseThrow().detail().contains("Café"), saved.toString());
  }

  @Test
  void without_an_adapter_nothing_is_joined() {
    assertEquals(
        Reading.known(new WifiAutoJoin.NoAdapter()),
        LinuxWifiAutoJoin.read(new Scripted().says(Adapters.LINKS, "lo\neth0")));
  }

  @Test
  void a_missing_joiner_is_not_a_good_one() {
    assertInstanceOf(Reading.Unknown.class, LinuxWifiAutoJoin.read(laptop()));
    assertInstanceOf(Reading.Unknown.class, LinuxWifiAutoJoin.read(new Scripted()));
  }

  @Test
  void networks_without_a_good_password_are_found_among_network_managers() {
    weak(networkManager("open.nmconnection"), 1, "Café open open");
    weak(networkManager("owe.nmconnection"), 1, "Café owe owe");
    weak(networkManager("wep.nmconnection"), 1, "Café wep wep");
    weak(networkManager("odd.nmconnection"), 1, "a;b\\=\uFFFD open");
  }

  @Test
  void what_is_protected_not_joined_by_itself_or_no_wifi_is_left_out() {
    weak(
        networkManager(
            "psk.nmconnection",
            "sae.nmconnection",
            "open-manual.nmconnection",
            "hotspot.nmconnection",
            "cable.nmconnection"),
        4);
    weak(laptop().says(NmProfiles.HERE, ""), 0);
  }

  @Test
  void a_profile_in_run_counts_for_the_one_of_the_same_uuid() {
    var machine = networkManager("open.nmconnection", ".hidden", "copy.nmconnection~");
    weak(machine, 1, "Café open open");
    var text = "[connection]\nuuid=e7c8ef7e-2cc5-4508-9af0-8d2c321bae24\ntype=wifi\n";
    machine
        .says(RUN, "x.nmconnection")
        .says(profile(RUN, "x.nmconnection"), text + "autoconnect=false\n");
    assertTrue(saved(machine).weak().size() <= 1);
    machine.says(
        profile(ETC, "open.nmconnection"), text + "[wifi]\nmode=infrastructure\nssid=Attic\n");
    weak(machine, 1);
  }

  @Test
  void the_older_words_and_a_profile_without_a_type_are_understood() {
    var machine = networkManager("a");
    machine.says(
        profile(ETC, "a"),
        "[connection]\nid=A\ntype=802-11-wireless\n[802-11-wireless]\nssid=Attic\n");
    weak(machine, 1, "Attic open");
    machine.says(profile(ETC, "a"), "[wifi]\nssid=Attic\n[ipv4]\n");
    weak(machine, 1, "Attic open");
    machine.says(
        profile(ETC, "a"), "[wifi]\nssid=A\n[802-11-wireless-security]\nkey-mgmt=wpa-eap\n");
    weak(machine, 1);
  }

  @Test
  void a_profile_that_is_not_understood_is_not_a_good_one() {
    for (String text :
        List.of(
            "",
            "rubbish\n",
            "[wifi]\nssid=A\n[wifi-security]\n",
            "[wifi]\nssid=A\n[wifi-security]\nkey-mgmt=wpa-none\n",
            "[connection]\nautoconnect=perhaps\n[wifi]\nssid=A\n",
            "[wifi]\nmode=other\n")) {
      unseen(
          Reason.NOT_UNDERSTOOD,
          networkManager("a").answers(profile(ETC, "a"), new Answer.Said(0, text)));
    }
    unseen(
        Reason.NOT_UNDERSTOOD,
        networkManager("Café").answers(profile(ETC, "Café"), new Answer.Failed("a link")));
  }

  @Test
  void profiles_that_are_denied_are_asked_of_nmcli() {
    var machine = networkManager("Café").answers(profile(ETC, "Café"), new Answer.Denied());
    unseen(Reason.NEEDS_PRIVILEGE, machine);
    machine.says(NmProfiles.NMCLI, "802-3-ethernet:yes:cable\n802-11-wireless:no:Café\\: Guest\n");
    weak(machine, 1);
    machine.says(NmProfiles.NMCLI, "802-11-wireless:yes:Café\n802-11-wireless:yes:B\n");
    unseen(Reason.NEEDS_PRIVILEGE, machine);
    assertTrue(saved(machine).unseen().orElseThrow().detail().startsWith("2 saved networks"));
    for (String odd : List.of("rubbish", "802-11-wireless:maybe:A\n")) {
      unseen(Reason.NEEDS_PRIVILEGE, machine.says(NmProfiles.NMCLI, odd));
    }
    machine.answers(
        NmProfiles.NMCLI, new Answer.Said(8, "", "Error: NetworkManager is not running."));
    unseen(Reason.NEEDS_PRIVILEGE, machine);
  }

  @Test
  void open_networks_that_iwd_knows_are_joined_unless_told_otherwise() {
    weak(iwd("Lounge.open", ""), 1, "Lounge no-password");
    weak(iwd("Lounge.open", "[Settings]\nAutoConnect=true\n"), 1, "Lounge no-password");
    weak(iwd("Lounge.open", "[Settings]\nAutoConnect=false\n"), 1);
    weak(iwd("Attic.psk\nhotspot\n=4142.8021x", ""), 2);
    unseen(Reason.NOT_UNDERSTOOD, iwd("Lounge.open", "[Settings]\nAutoConnect=perhaps\n"));
    unseen(Reason.NOT_UNDERSTOOD, iwd("\u0001.open", ""));
    unseen(Reason.NEEDS_PRIVILEGE, laptop().answers(IwdKnown.FOLDER, new Answer.Denied()));
    unseen(Reason.TOOL_MISSING, laptop().says(IwdKnown.FOLDER, "Lounge.open"));
  }

  @Test
  void networks_of_wpa_supplicant_are_read_block_by_block() {
    weak(
        wpa(
            """
            network={
            \tssid="Lounge"
            \tkey_mgmt=NONE
            }
            network={
            \tssid="Attic"
            }
            network={
            \tssid="Off"
            \tkey_mgmt=NONE
            \tdisabled=1
            }
            network={
            \tssid="Mine"
            \tkey_mgmt=NONE
            \tmode=2
            }
            network={
            \tssid="Air"
            \tkey_mgmt=WPA-PSK OWE
            }
            cred={
            }
            """),
        5,
        "Lounge no-password",
        "Air owe");
    weak(wpa(""), 0);
    for (String text :
        List.of(
            "network={\n\tkey_mgmt=NONE\n",
            "network={\nnetwork={\n}\n",
            "network={\n\tdisabled=x\n}\n",
            "\tssid=\"Lounge\"\n\tkey_mgmt=NONE\n}\n",
            "network={\n\tkey_mgmt=WPA-PSK NEW\n}\n",
            "blob-base64-x={\nnetwork={\n}\n",
            "other={\n")) {
      unseen(Reason.NOT_UNDERSTOOD, wpa(text));
    }
    unseen(Reason.NEEDS_PRIVILEGE, laptop().answers(WPA, new Answer.Denied()));
  }

  @Test
  void programs_whose_networks_are_not_read_are_said_so() {
    unseen(Reason.NOT_SUPPORTED, laptop().says(LinuxWifiAutoJoin.CONNMAN, "settings"));
    unseen(Reason.NOT_SUPPORTED, laptop().says(LinuxWifiAutoJoin.CONNMAN, ""));
    unseen(
        Reason.NOT_SUPPORTED,
        networkManager().answers(LinuxWifiAutoJoin.WICD, new Answer.Denied()));
    unseen(
        Reason.NOT_SUPPORTED, networkManager().says(LinuxWifiAutoJoin.NETCTL, "examples/\nhome"));
    weak(networkManager().says(LinuxWifiAutoJoin.NETCTL, "examples/\nhooks/\ninterfaces/"), 0);
  }

  @Test
  void what_is_known_to_be_weak_stays_so_beside_what_is_unseen() {
    var machine = networkManager("open.nmconnection").answers(IwdKnown.FOLDER, new Answer.Denied());
    Saved saved = saved(machine);
    assertEquals(1, saved.weak().size());
    assertTrue(saved.unseen().isPresent());
  }

  @Test
  void garbled_files_never_throw_and_hide_no_network() {
    String open = "[connection]\nid=A\ntype=wifi\n[wifi]\nssid=Attic\n";
    int tried =
        Garbled.eachAnswer(
            open,
            answer ->
                LinuxWifiAutoJoin.read(networkManager("a").answers(profile(ETC, "a"), answer)));
    tried +=
        Garbled.eachAnswer(
            "network={\n\tssid=\"A\"\n\tkey_mgmt=NONE\n}\n",
            answer ->
                LinuxWifiAutoJoin.read(
                    wpa("")
                        .answers(
                            new ReadSettings(WPA.path(), "wpa_supplicant.conf", WpaConf.KEYS),
                            answer)));
    tried +=
        Garbled.eachAnswer(
            "Lounge.open\nAttic.psk",
            answer -> LinuxWifiAutoJoin.read(laptop().answers(IwdKnown.FOLDER, answer)));
    assertTrue(tried > 400, "only " + tried);
    assertEquals("owe", Weakness.OWE.word());
  }
}
