package porchlight.gather.windows;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.machine.Answer;
import porchlight.machine.Recorded;
import porchlight.machine.Recorded.Exchange;
import porchlight.machine.WindowsNative;

/**
 * Whole Windows machines, composed: what programs print is taken from real captures, what libraries
 * and the registry tell is written after Microsoft's documentation. No real machine was recorded.
 */
public final class WinMachines {
  private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");
  private static final String ID = "{31DEAC2D-2194-4511-AA54-787CD1765558}";
  private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  private static final String WINLOGON = VERSION + "\\Winlogon";
  private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\";
  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final String POLICIES = "HKLM\\SOFTWARE\\Policies\\Microsoft\\";
  private static final String SEARCHED = "updates=\nsearched=2026-11-20T03:12:00Z\n";
  private static final String JOINED = "interface=" + ID + "\nstate=1\n";

  /** By name, with what it is. */
  public static final Map<String, String> ALL = all();

  private WinMachines() {}

  private static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put(
        "windows-11-home", "A laptop with Windows 11 Pro at home, on WPA2, looked at as a user.");
    all.put("windows-11-cafe", "The same in an open café, as the system, its firewall off.");
    all.put(
        "windows-11-24h2-denied",
        "The same at home, where nobody consented to tell the location, as a user.");
    all.put("windows-11-domain", "A member of a domain with Windows 11 Enterprise, as the system.");
    all.put("windows-server-2022", "A server with Windows Server 2022, as the system.");
    all.put(
        "windows-10-german",
        "Windows 10 in German that tells only by its programs' words, as an administrator.");
    all.put(
        "windows-11-japanese", "Windows 11 in Japanese that tells only by its programs' words.");
    return all;
  }

  /** What every question of every fact is answered on that machine. */
  public static Recorded of(String name) {
    WinComposed machine = composed(name);
    var exchanges = new TreeMap<String, Answer>();
    new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(
            new WindowsGatherer(question -> {
              Answer answer = machine.ask(question);
              synchronized (exchanges) {
                exchanges.put(question.text(), answer);
              }
              return answer;
            }),
            AT);
    return new Recorded(
        ALL.get(name) + " Composed, not recorded.",
        AT,
        "windows",
        exchanges.entrySet().stream()
            .map(one -> new Exchange(one.getKey(), one.getValue()))
            .toList());
  }

  private static WinComposed composed(String name) {
    return switch (name) {
      case "windows-11-home" -> with(WinMachines::home);
      case "windows-11-cafe" -> with(WinMachines::cafe);
      case "windows-11-24h2-denied" -> with(WinMachines::denied);
      case "windows-11-domain" -> with(WinMachines::domain);
      case "windows-server-2022" -> with(WinMachines::server);
      case "windows-10-german" -> with(WinMachines::german);
      case "windows-11-japanese" -> with(WinMachines::japanese);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static WinComposed with(Consumer<WinComposed> situation) {
    var machine = new WinComposed();
    version(machine, 26200, 9711, "Client", "Professional", "25H2");
    WinParts.ordinary(machine);
    situation.accept(machine);
    return machine;
  }

  private static void version(
      WinComposed machine, int build, int revision, String type, String edition, String label) {
    machine
        .registry
        .text(VERSION, "CurrentBuild", String.valueOf(build))
        .number(VERSION, "UBR", revision)
        .text(VERSION, "InstallationType", type)
        .text(VERSION, "EditionID", edition)
        .text(VERSION, "DisplayVersion", label)
        .text(VERSION, "SystemRoot", "C:\\Windows");
  }

  private static String wifi(int auth, int cipher) {
    return JOINED
        + "current=ok\nmode=1\nprofile=network-1\nssid=network-1\nphy=8\nauth="
        + auth
        + "\ncipher="
        + cipher
        + "\nonex=0\n\n"
        + WinParts.stored("network-1", auth == 1 ? "open" : "WPA2PSK", auth == 1 ? "none" : "AES");
  }

  private static void home(WinComposed machine) {
    machine.registry.people(1, 1);
    machine.says(WindowsNative.WLAN, wifi(7, 4));
  }

  private static void cafe(WinComposed machine) {
    machine.registry.people(2, 2);
    machine.says(WindowsNative.WLAN, wifi(1, 0));
    machine.says(WindowsNative.FIREWALL, WinParts.firewall(4).replace("enabled=1", "enabled=0"));
    machine.says(WindowsNative.NETWORKS, WinParts.NETWORKS.replace("category=1", "category=0"));
    machine.says(
        WindowsNative.SECURITY_HEALTH,
        "provider=1\nhealth=2\n\nprovider=2\nhealth=2\n\nprovider=4\nhealth=0\n");
    WinParts.elevated(machine, 0, 0);
    machine
        .registry
        .number(POLICIES + "Windows\\WindowsUpdate\\AU", "NoAutoUpdate", 1)
        .number(POLICIES + "Windows\\System", "EnableSmartScreen", 0)
        .key(
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based"
                + " Servicing\\RebootPending")
        .number(CONTROL + "Terminal Server", "fDenyTSConnections", 0);
    machine.says(WindowsNative.UPDATES, SEARCHED + "rebootRequired=1\nlevel=1\n");
    machine.says(
        WindowsNative.UPDATE_SEARCH,
        """
        search=2
        count=1

        update=0
        kb=5068861
        severity=
        categories=0fa1201d-4330-4fa8-8ae9-b877473b6441
        published=2026-11-10
        """);
    machine.service("W32Time", 1, 4);
  }

  private static void denied(WinComposed machine) {
    home(machine);
    version(machine, 26100, 9711, "Client", "Core", "24H2");
    machine.says(WindowsNative.WLAN, JOINED + "current=not-asked\n");
    machine.prints(
        "netsh.exe wlan show interfaces",
        WinCaptures.text("wifi-interfaces/en-win11-24h2-location-denied.txt"));
  }

  private static void domain(WinComposed machine) {
    home(machine);
    version(machine, 26100, 9711, "Client", "Enterprise", "24H2");
    machine.noInstance("Win32_ComputerSystem");
    machine.wmi("Win32_ComputerSystem", "Domain=corp.example", "PartOfDomain=TRUE");
    machine
        .registry
        .text(POLICIES + "Windows\\WindowsUpdate", "WUServer", "https://wsus.corp.example:8531")
        .number(POLICIES + "Windows\\WindowsUpdate\\AU", "UseWUServer", 1)
        .number(POLICIES + "Windows\\WindowsUpdate\\AU", "AUOptions", 4)
        .number(POLICIES + "Edge", "SmartScreenEnabled", 1)
        .text(SERVICES + "W32Time\\Parameters", "Type", "NT5DS");
    machine.says(WindowsNative.FIREWALL, WinParts.firewall(1));
    machine.says(WindowsNative.NETWORKS, WinParts.NETWORKS.replace("category=1", "category=2"));
    WinParts.elevated(machine, 1, 1);
  }

  /** Without Wi-Fi, without the centre of security, and with nobody at its screen. */
  private static void server(WinComposed machine) {
    version(machine, 20348, 5761, "Server", "ServerStandard", "21H2");
    machine.registry.people(0, 0);
    machine.says(WindowsNative.PEOPLE, "");
    machine.answers(WindowsNative.WLAN.text(), new Answer.Missing());
    machine.answers(WindowsNative.SECURITY_HEALTH.text(), new Answer.Failed("0x80004001"));
    machine.says(WindowsNative.ADAPTERS, WinParts.ADAPTERS.replace("type=71", "type=6"));
    machine.says(WindowsNative.UPDATES, SEARCHED + "rebootRequired=0\nlevel=3\n");
    FromCaptures.registry(
        machine.registry, "autologon/reg-winlogon-autologon-lsa-secret.txt", WINLOGON);
    machine.without("AntiVirusProduct").without("FirewallProduct").without("AntiSpywareProduct");
    WinParts.elevated(machine, 0, 0);
  }

  private static void german(WinComposed machine) {
    home(machine);
    version(machine, 19045, 6456, "Client", "Professional", "22H2");
    machine.noInstance("SoftwareLicensingProduct");
    textOnly(machine);
    machine.prints(
        "netsh.exe wlan show interfaces",
        WinCaptures.text("wifi-interfaces/de-win11-wpa2-enterprise-ccmp-5ghz.txt"));
    machine.prints(
        "netsh.exe wlan show profiles",
        WinCaptures.text("wifi-profiles/de-win11-six-profiles.txt"));
    machine.prints(
        "ipconfig.exe /all", WinCaptures.text("ipconfig/de-win8-ipconfig-all-wlan-dual-stack.txt"));
    machine.prints("arp.exe -a", WinCaptures.text("arp/de-win-arp-a-fritzbox-net.txt"));
    machine.prints(
        "manage-bde.exe -status",
        WinCaptures.text("bitlocker/manage-bde-de-win10-19045-encrypted-100-on.txt"));
  }

  private static void japanese(WinComposed machine) {
    home(machine);
    textOnly(machine);
    machine.prints(
        "netsh.exe wlan show interfaces",
        WinCaptures.text("wifi-interfaces/ja-win10-wpa2-personal-ccmp.txt"));
    machine.prints("ipconfig.exe /all", WinCaptures.text("ipconfig/ja-win10-ipconfig-wifi.txt"));
    machine.prints("arp.exe -a", WinCaptures.text("arp/ja-win-arp-a.txt"));
  }

  /** As where libraries cannot be called. */
  private static void textOnly(WinComposed machine) {
    for (WindowsNative subject : WindowsNative.values()) {
      machine.answers(subject.text(), new Answer.Failed("0x80040154"));
    }
    for (WindowsNative subject :
        java.util.List.of(WindowsNative.WLAN, WindowsNative.ADAPTERS, WindowsNative.NEIGHBOURS)) {
      machine.answers(subject.text(), new Answer.Missing());
    }
  }
}
