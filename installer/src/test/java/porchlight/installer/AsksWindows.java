package porchlight.installer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;
import porchlight.machine.ReadWmi;
import porchlight.machine.Recorded;
import porchlight.machine.Run;
import porchlight.machine.TranscriptText;
import porchlight.machine.WindowsNative;

/** Runs as a Windows program: puts every kind of question and writes down what was answered. */
final class AsksWindows {
  static final String TCPIP = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
  static final ReadRegistry INTERFACES =
      new ReadRegistry(TCPIP + "\\Interfaces\\*", "NameServer", "DhcpNameServer", "EnableDHCP");
  static final ReadRegistry HOSTS_FOLDER = new ReadRegistry(TCPIP, "DataBasePath");
  static final ReadRegistry SMART_SCREEN =
      new ReadRegistry("HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System", "EnableSmartScreen");
  static final ReadRegistry RDP =
      new ReadRegistry(
          "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server", "fDenyTSConnections");
  static final ReadRegistry LOGON =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon",
          "AutoAdminLogon",
          "DefaultPassword?");
  static final ReadRegistry WSUS =
      new ReadRegistry("HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate", "WUServer");
  static final ReadRegistry LLMNR =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient", "EnableMulticast");
  static final ReadRegistry NRPT =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient\\DnsPolicyConfig\\*",
          "Name",
          "ConfigOptions");
  static final ReadRegistry UAC =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System", "EnableLUA");
  static final ReadRegistry PROXY =
      new ReadRegistry(
          "HKU\\*\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
          "ProxyEnable",
          "ProxyServer");
  static final ReadRegistry ABSENT = new ReadRegistry("HKLM\\SOFTWARE\\Nobody\\Nowhere", "A");
  static final ReadRegistry PROFILES =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\*",
          "ProfileImagePath");
  static final ReadServices SERVICES = new ReadServices("RpcSs", "NobodysService", "Win*");
  static final ReadWmi SYSTEM =
      new ReadWmi("ROOT\\CIMV2", "Win32_OperatingSystem", List.of("BuildNumber", "NoSuchThing"));
  static final ReadWmi ANTIVIRUS =
      new ReadWmi("ROOT\\SecurityCenter2", "AntiVirusProduct", List.of("displayName"));
  static final Question.Among BELOW_HOME =
      new Question.Among("Z:\\work\\home", List.of("a b/f.json", "link", "link/passwd", "nothing"));
  static final Question.ReadJson IN_HOME =
      new Question.ReadJson("Z:\\work\\home", "a b/f.json", List.of("b/c"), false);
  static final Question.ReadStart THROUGH_A_LINK =
      new Question.ReadStart("Z:\\work\\home", "link/passwd", 20);
  static final Question.ListInside NAMES = new Question.ListInside("Z:\\work\\home", "a b");
  static final Question.Processes PROGRAMS =
      new Question.Processes(List.of("JAVA.exe", "nobody.exe"));
  static final Run IPCONFIG = Run.of("C:\\Windows\\System32\\ipconfig.exe", "/all");
  static final Run NO_PROGRAM = Run.of("C:\\Windows\\System32\\nobody.exe");

  private AsksWindows() {}

  static List<Question> questions() {
    var all =
        new ArrayList<Question>(
            List.of(
                INTERFACES, HOSTS_FOLDER, SMART_SCREEN, RDP, LOGON, WSUS, LLMNR, NRPT, UAC, PROXY));
    all.addAll(List.of(ABSENT, PROFILES, SERVICES, SYSTEM, ANTIVIRUS, BELOW_HOME, IN_HOME));
    all.addAll(List.of(THROUGH_A_LINK, NAMES, PROGRAMS, IPCONFIG, NO_PROGRAM));
    all.addAll(List.of(WindowsNative.values()));
    return all;
  }

  public static void main(String[] arguments) throws IOException {
    var machine = new LocalMachine();
    var exchanges = new ArrayList<Recorded.Exchange>();
    try (var open = new ServerSocket(47_111, 1, InetAddress.getLoopbackAddress())) {
      for (Question question : questions()) {
        Answer answer = machine.ask(question);
        exchanges.add(new Recorded.Exchange(question.text(), answer));
      }
      Files.writeString(
          Path.of(arguments[0]),
          TranscriptText.write(new Recorded("Under Wine.", Instant.now(), "windows", exchanges)),
          StandardCharsets.UTF_8);
      Runtime.getRuntime().halt(open.isBound() ? 0 : 1);
    }
  }
}
