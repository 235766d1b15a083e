package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.NotInUse;
import porchlight.facts.Wifi.Security;
import porchlight.gather.linux.wifi.LinuxWifi;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;
import porchlight.machine.SystemFolders;

/**
 * The real {@code nmcli} and {@code busctl} on a bus of our own, where a mock is NetworkManager.
 */
class NetworkManagerLiveTest {
  private static final String NM = "org.freedesktop.NetworkManager";
  private static final String ROOT = "/org/freedesktop/NetworkManager";
  private static final String MOCK = "org.freedesktop.DBus.Mock";
  private static final String DEVICE = ROOT + "/Devices/wlan0";
  private static final String AP = ROOT + "/AccessPoint/AP1";

  @TempDir private Path folder = Path.of("");
  private Processes bus = new Processes(Map.of());

  @BeforeEach
  void a_bus_of_our_own() throws IOException {
    Processes.require("dbus-daemon", "python3", "nmcli", "busctl");
    String address = "unix:path=" + folder.resolve("bus");
    Path config = folder.resolve("bus.conf");
    Files.writeString(
        config,
        """
        <busconfig><type>system</type><listen>%s</listen><auth>EXTERNAL</auth>
        <policy context="default"><allow user="*"/><allow own="*"/>
        <allow send_type="*"/><allow receive_type="*"/><allow send_destination="*"/></policy></busconfig>
        """
            .formatted(address));
    bus = new Processes(Map.of("DBUS_SYSTEM_BUS_ADDRESS", address));
    Assumptions.assumeTrue(
        bus.run(List.of("/usr/bin/python3", "-c", "import dbusmock")).code() == 0,
        "there is no python3-dbusmock");
    bus.start(List.of("dbus-daemon", "--config-file=" + config, "--nofork", "--nopidfile"));
    Processes.await("the bus", () -> Files.exists(folder.resolve("bus")));
    bus.start(
        List.of("/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "networkmanager"));
    awaitOwner(NM);
    call(ROOT, "AddWiFiDevice", "ssi", "wlan0", "wlan0", "30");
  }

  @AfterEach
  void no_trace() {
    bus.close();
  }

  @Test
  void every_kind_of_network_is_told_as_network_manager_describes_it() {
    assertEquals(Reading.known(new NotInUse("not connected")), wifi());
    join("Cafe: net\\5");
    int seen = 0;
    // Flags, WpaFlags and RsnFlags as a real NetworkManager had them for such networks.
    for (var network :
        List.of(
            new Network(Security.OPEN, 0, 0, 0),
            new Network(Security.WEP, 1, 0, 0),
            new Network(Security.WPA, 1, 324, 0),
            new Network(Security.WPA_WPA2, 1, 332, 328),
            new Network(Security.WPA2, 1, 0, 392),
            new Network(Security.WPA2_WPA3, 1, 0, 1416),
            new Network(Security.WPA3, 1, 0, 1160),
            new Network(Security.OWE, 1, 0, 2184),
            new Network(Security.ENTERPRISE, 1, 0, 648))) {
      describe(network);
      assertEquals(Reading.known(new Joined("wlan0", "Cafe: net\\5", network.security)), wifi());
      seen++;
    }
    assertEquals(9, seen);
    describe(new Network(Security.OWE, 0, 0, 0x1000)); // the open half of a pair with OWE
    assertEquals(Reading.known(new Joined("wlan0", "Cafe: net\\5", Security.OPEN)), wifi());
    describe(new Network(Security.WPA2, 1, 0, 0x88)); // a key management without a word
    assertReason(Reason.NOT_UNDERSTOOD);
  }

  @Test
  void while_it_connects_it_is_not_called_open() {
    join("Cafe");
    describe(new Network(Security.OPEN, 0, 0, 0));
    for (String state : List.of("40", "50", "60", "70", "80")) {
      deviceIs(state);
      assertReason(Reason.TIMED_OUT);
    }
    deviceIs("100");
    assertEquals(Reading.known(new Joined("wlan0", "Cafe", Security.OPEN)), wifi());
  }

  @Test
  void network_manager_on_top_of_iwd_is_not_believed() {
    join("CafeOwe");
    describe(new Network(Security.OPEN, 0, 0, 0)); // so it describes OWE there
    bus.start(
        List.of(
            "/usr/bin/python3",
            "-m",
            "dbusmock",
            "--system",
            "net.connman.iwd",
            "/",
            "net.connman.iwd.Daemon"));
    awaitOwner("net.connman.iwd");
    assertReason(Reason.TOOL_MISSING);
  }

  private record Network(Security security, int flags, int wpa, int rsn) {}

  private void join(String ssid) {
    call(
        ROOT,
        "AddAccessPoint",
        "ssssuuuyu",
        DEVICE,
        "AP1",
        ssid,
        "02:00:00:00:04:00",
        "2",
        "2437",
        "54000",
        "90",
        "0");
    call(ROOT, "AddWiFiConnection", "ssss", DEVICE, "1", ssid, "none");
    call(ROOT, "AddActiveConnection", "assssu", "1", DEVICE, ROOT + "/Settings/1", AP, "1", "2");
    call(DEVICE, "AddProperty", "ssv", NM + ".Device.Wireless", "ActiveAccessPoint", "o", AP);
    deviceIs("100");
  }

  private void describe(Network network) {
    set(AP, NM + ".AccessPoint", "Flags", Integer.toString(network.flags));
    set(AP, NM + ".AccessPoint", "WpaFlags", Integer.toString(network.wpa));
    set(AP, NM + ".AccessPoint", "RsnFlags", Integer.toString(network.rsn));
  }

  /** nmcli believes the second of these two. */
  private void deviceIs(String state) {
    String of = NM + ".Device";
    call(ROOT, "SetProperty", "sssv", DEVICE, of, "State", "u", state);
    call(ROOT, "SetProperty", "sssv", DEVICE, of, "StateReason", "(uu)", state, "0");
  }

  private void set(String path, String of, String name, String number) {
    call(path, "UpdateProperties", "sa{sv}", of, "1", name, "u", number);
  }

  private void call(String path, String method, String... arguments) {
    var command = new ArrayList<>(List.of("busctl", "--system", "call", NM, path, MOCK, method));
    command.addAll(List.of(arguments));
    Answer.Said said = bus.run(command);
    assertEquals(0, said.code(), method + ": " + said.error());
  }

  private void awaitOwner(String name) {
    Processes.await(
        name,
        () ->
            bus.run(
                    List.of(
                        "busctl",
                        "--system",
                        "call",
                        "org.freedesktop.DBus",
                        "/",
                        "org.freedesktop.DBus",
                        "NameHasOwner",
                        "s",
                        name))
                .text()
                .contains("true"));
  }

  private void assertReason(Reason expected) {
    var reading = wifi();
    assertTrue(
        reading instanceof Unknown<Wifi>(var reason, var detail) && reason == expected,
        reading.toString());
  }

  private Reading<Wifi> wifi() {
    return LinuxWifi.read(laptop());
  }

  /** A laptop whose only radio is the mock's, and whose only tools are those of the bus. */
  private Machine laptop() {
    return question ->
        switch (question) {
          case Run run -> run(run);
          case Question.ListFolder(var path) ->
              switch (path) {
                case "/sys/class/net" -> new Answer.Said(0, "lo\nwlan0\n");
                case "/sys/class/net/wlan0" -> new Answer.Said(0, "phy80211\nwireless\n");
                default -> new Answer.Said(0, "");
              };
          case Question other -> new Answer.Missing();
        };
  }

  private Answer run(Run run) {
    boolean isOnBus = List.of("nmcli", "busctl", "dbus-send").contains(run.program());
    if (!isOnBus || SystemFolders.find(run.program()).isEmpty()) {
      return new Answer.Missing();
    }
    var command = new ArrayList<>(List.of(run.program()));
    command.addAll(run.arguments());
    return bus.run(command);
  }
}
