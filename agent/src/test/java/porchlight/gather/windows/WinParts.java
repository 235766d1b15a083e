package porchlight.gather.windows;

import porchlight.machine.WindowsNative;

/**
 * What an ordinary Windows says, written after documentation, but for its settings of security,
 * which are a real one's; see {@link WinMachines}.
 */
final class WinParts {
  static final String ADAPTERS =
      """
      adapter={00000000-0000-0000-0000-000000000001}
      index=1
      index6=1
      name=Loopback Pseudo-Interface 1
      description=Software Loopback Interface 1
      type=24
      status=1
      metric4=75
      metric6=75
      addresses=127.0.0.1/8,::1/128

      adapter={31DEAC2D-2194-4511-AA54-787CD1765558}
      index=12
      index6=12
      name=Wi-Fi
      description=Intel(R) Wi-Fi 6 AX201 160MHz
      type=71
      status=1
      mac=44-00-00-00-FF-14
      dhcp=1
      dhcpServer=192.168.178.1
      metric4=50
      metric6=50
      addresses=192.168.178.20/24,fe80::3a27:1bd1:1148:d87%12/64
      gateways=192.168.178.1
      dns=192.168.178.1
      hardware=1
      """;

  static final String NETWORKS =
      """
      network=0
      category=1
      connectivity=64
      domainType=0
      name=network-1

      connection=0
      adapter={31DEAC2D-2194-4511-AA54-787CD1765558}
      """;

  private static final String HOME = "C:/Users/person-1/";
  private static final String EDGE = HOME + "AppData/Local/Microsoft/Edge/User Data/";

  private WinParts() {}

  static String stored(String network, String authentication, String encryption) {
    return "profile="
        + network
        + "\ninterface={31DEAC2D-2194-4511-AA54-787CD1765558}\nflags=0\nssid="
        + network
        + "\nauthentication="
        + authentication
        + "\nencryption="
        + encryption
        + "\nconnectionMode=auto\n";
  }

  /** Every profile on and blocking what no rule is for; those are the current ones. */
  static String firewall(int current) {
    var text = new StringBuilder("profiles=" + current + "\nmodify=0\n");
    for (int bit = 1; bit <= 4; bit *= 2) {
      text.append("\nprofile=").append(bit);
      text.append("\nenabled=1\ninbound=0\noutbound=1\nblockAll=0\nnotificationsDisabled=0\n");
      text.append("excluded=0\n");
    }
    return text.toString();
  }

  static void ordinary(WinComposed machine) {
    registry(machine.registry);
    libraries(machine);
    machine
        .service("wuauserv", 1, 3)
        .service("UsoSvc", 4, 2)
        .service("W32Time", 4, 3)
        .service("Dnscache", 4, 2);
    machine.service("BFE", 4, 2).service("MpsSvc", 4, 2).service("WinDefend", 4, 2);
    machine.service("wscsvc", 4, 2).service("LanmanServer", 4, 2).service("TermService", 1, 3);
    machine.wmi("Win32_ComputerSystem", "Domain=WORKGROUP", "PartOfDomain=FALSE");
    machine.wmi(
        "AntiVirusProduct",
        "displayName=Windows Defender",
        "productState=397568",
        "pathToSignedProductExe=windowsdefender://",
        "pathToSignedReportingExe=%ProgramFiles%\\Windows Defender\\MsMpeng.exe");
    machine.noInstance("FirewallProduct");
    machine.wmi(
        "MSFT_MpComputerStatus",
        "AMRunningMode=Normal",
        "AMServiceEnabled=TRUE",
        "AntivirusEnabled=TRUE",
        "RealTimeProtectionEnabled=TRUE",
        "AntivirusSignatureAge=0",
        "IsTamperProtected=TRUE");
    machine.file("C:/Windows/System32/drivers/etc/hosts", "# Copyright (c) Microsoft Corp.\n");
    machine.file("C:/Program Files (x86)/desktop.ini", "").file("C:/Users/Public/desktop.ini", "");
    machine.file("C:/Program Files/Windows Defender/MsMpEng.exe", "");
    machine.file(HOME + "NTUSER.DAT", "").file(EDGE + "Default/Preferences", "{}\n");
    machine.file(EDGE + "Local State", "{\"profile\":{\"info_cache\":{\"Default\":{}}}}\n");
    machine.closed("C:/Users/person-2/");
  }

  private static void registry(WinTree registry) {
    String control = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\";
    String services = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
    String time = services + "W32Time\\";
    String people = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";
    String lanman = services + "LanmanServer\\Parameters";
    WinRoots.into(registry);
    FromCaptures.security(registry, "secpol/en-secedit-export-cfg.txt");
    FromCaptures.registry(registry, "uac/reg-ConsentPromptBehaviorAdmin-5.txt", "");
    FromCaptures.registry(registry, "rdp/reg-PortNumber-default.txt", "");
    FromCaptures.registry(registry, "rdp/reg-fDenyTSConnections-1-disabled-win-home.txt", "");
    registry
        .text(control + "ComputerName\\ComputerName", "ComputerName", "LAPTOP-1")
        .text(control + "ComputerName\\ActiveComputerName", "ComputerName", "LAPTOP-1")
        .text(control + "Session Manager\\Environment", "PROCESSOR_ARCHITECTURE", "AMD64")
        .text("HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS", "SystemManufacturer", "LENOVO")
        .text("HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS", "SystemProductName", "21HM")
        .text(time + "Parameters", "Type", "NTP")
        .number(time + "TimeProviders\\NtpClient", "Enabled", 1)
        .key("HKLM\\SOFTWARE\\Microsoft\\Enrollments\\Context")
        .key("HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings")
        .key("HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer")
        .key(people + "\\S-1-5-18")
        .text(people + "\\user1", "ProfileImagePath", "C:\\Users\\person-1")
        .text(
            services + "Tcpip\\Parameters", "DataBasePath", "%SystemRoot%\\System32\\drivers\\etc")
        .number(control + "Terminal Server\\WinStations\\RDP-Tcp", "UserAuthentication", 1)
        .number(lanman, "SMB1", 0)
        .text("HKU\\user1\\Control Panel\\Desktop", "ScreenSaveActive", "1");
  }

  private static void libraries(WinComposed machine) {
    machine
        .says(WindowsNative.ADAPTERS, ADAPTERS)
        .says(
            WindowsNative.ROUTES,
            """
            route=0.0.0.0/0
            nextHop=192.168.178.1
            index=12
            metric=0
            protocol=3

            route=192.168.178.0/24
            nextHop=0.0.0.0
            index=12
            metric=256
            protocol=2
            """)
        .says(
            WindowsNative.BEST_ROUTE,
            """
            destination=193.0.14.129
            index=12
            nextHop=192.168.178.1
            source=192.168.178.20
            prefix=0.0.0.0/0

            destination=84.205.64.1
            index=12
            nextHop=192.168.178.1
            source=192.168.178.20
            prefix=0.0.0.0/0

            destination=2001:7fd::1
            code=1231
            """)
        .says(
            WindowsNative.NEIGHBOURS,
            "neighbour=192.168.178.1\nindex=12\nmac=e0-28-6d-00-00-91\nstate=5\nrouter=1\n")
        .says(
            WindowsNative.LISTENERS,
            """
            listener=tcp
            address=0.0.0.0
            port=135
            pid=1000
            program=svchost.exe
            services=RpcSs

            listener=tcp
            address=192.168.178.20
            port=139
            pid=4
            program=System
            """)
        .says(
            WindowsNative.DNS_SETTINGS,
            "settings={31DEAC2D-2194-4511-AA54-787CD1765558}\nfamily=4\nversion=3\nflags=0\n")
        .says(WindowsNative.PEOPLE, "user=1\nsession=1\nstate=0\nwhere=console\nself=1\n")
        .says(WindowsNative.FIREWALL, firewall(2))
        .says(WindowsNative.NETWORKS, NETWORKS)
        .says(
            WindowsNative.UPDATES,
            "updates=\nsearched=2026-11-20T03:12:00Z\nrebootRequired=0\nlevel=4\n")
        .says(WindowsNative.UPDATE_SEARCH, "search=2\ncount=0\n")
        .says(
            WindowsNative.SECURITY_HEALTH,
            "provider=1\nhealth=0\n\nprovider=2\nhealth=0\n\nprovider=4\nhealth=0\n")
        .says(WindowsNative.VOLUMES, "volume=C:\nkind=3\nsystem=1\nbitLocker=1\n")
        .says(
            WindowsNative.PROXY,
            "user=\ndetect=0\nscript=\nproxy=\nbypass=\n\nmachine=\naccess=1\nproxy=\nbypass=\n");
  }

  /** What administrators and the system are told besides. */
  static void elevated(WinComposed machine, int protection, int conversion) {
    machine.says(WindowsNative.PEOPLE, "user=1\nsession=1\nstate=0\nwhere=console\n");
    machine.wmi(
        "Win32_EncryptableVolume",
        "DriveLetter=C:",
        "ProtectionStatus=" + protection,
        "ConversionStatus=" + conversion,
        "EncryptionMethod=" + (conversion == 1 ? 6 : 0),
        "VolumeType=0");
    machine.says(
        WindowsNative.VOLUMES,
        "volume=C:\nkind=3\nsystem=1\nbitLocker=" + (protection == 1 ? 1 : 2) + "\n");
  }
}
