package porchlight.gather.windows.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Unseen;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.WinCaptures;
import porchlight.machine.Answer;

/** What on Windows lets somebody elsewhere in. */
class WinRemoteToolsTest {
  private static final String NONE_OF_THEM = lists("", "", "");

  /** What each list has of the asked programs; the last one is a person's. */
  private static String lists(String... found) {
    var text = new StringBuilder("installed=3\n");
    for (int i = 0; i < 3; i++) {
      text.append("\nlist=").append(List.of("HKLM", "HKLM32", "user1").get(i));
      text.append("\nstate=read\n").append(found[i].isEmpty() ? "" : "found=" + found[i] + "\n");
      text.append("unreadable=0\n");
    }
    return text.toString();
  }

  private static String absentServices() {
    var text = new StringBuilder();
    for (String name : ToolServices.SERVICES.names()) {
      if (!name.endsWith("*")) {
        text.append("service=").append(name).append("\nstate=absent\n\n");
      }
    }
    return text.toString();
  }

  /** One without any of them. */
  private static Told laptop() {
    return new Told()
        .says(WinRemoteTools.RUNNING.question(), "# seen 120 hidden 0\n")
        .says(ToolServices.SERVICES, absentServices())
        .says(InstalledTools.LISTS, NONE_OF_THEM)
        .says(RemoteDesktop.SWITCH, export("rdp/reg-fDenyTSConnections-1-disabled-win-home.txt"))
        .says(RemoteDesktop.LISTENER, export("rdp/reg-PortNumber-default.txt"))
        .says(RemoteDesktop.POLICY, Keys.absent(RemoteDesktop.POLICY))
        .says(WinRm.SERVICE, "service=WinRM\nstate=1\nstart=3\n")
        .says(WinRm.LISTENERS, Keys.absent(WinRm.LISTENERS))
        .says(WinRm.POLICY, Keys.absent(WinRm.POLICY));
  }

  private static String export(String file) {
    return WinCaptures.export("", WinCaptures.text(file));
  }

  private static RemoteTools of(Told told) {
    return known(WinRemoteTools.read(told));
  }

  private static Found only(Told told) {
    RemoteTools tools = of(told);
    assertEquals(1, tools.found().size(), tools.toString());
    return tools.found().getFirst();
  }

  @Test
  void a_laptop_as_it_comes_has_none_and_all_was_seen() {
    assertEquals(new RemoteTools(List.of(), java.util.Optional.empty()), of(laptop()));
  }

  @Test
  void remote_desktop_is_on_where_it_is_not_denied() {
    String on =
        export("rdp/reg-fDenyTSConnections-1-disabled-win-home.txt")
            .replace("00000001", "00000000");
    assertEquals(
        new Found(
            Tool.WINDOWS_REMOTE_DESKTOP,
            List.of(),
            List.of("TermService, port 3389, network level authentication not told")),
        only(laptop().says(RemoteDesktop.SWITCH, on)));
    var told =
        laptop()
            .says(RemoteDesktop.SWITCH, on)
            .says(
                RemoteDesktop.LISTENER,
                export("rdp/reg-PortNumber-default.txt")
                    + "\"UserAuthentication\"=dword:00000000\n\"SecurityLayer\"=dword:00000000\n");
    assertEquals(
        List.of("TermService, port 3389, without network level authentication, without TLS"),
        only(told).running());
    told.says(
        RemoteDesktop.POLICY,
        Keys.with(RemoteDesktop.POLICY.key(), "\"UserAuthentication\"=dword:00000001"));
    assertEquals(
        List.of("TermService, port 3389, with network level authentication, without TLS"),
        only(told).running());
    told.says(
        RemoteDesktop.POLICY,
        Keys.with(RemoteDesktop.POLICY.key(), "\"fDenyTSConnections\"=dword:00000001"));
    assertEquals(List.of(), of(told).found());
  }

  @Test
  void remote_desktop_does_not_run_where_its_service_never_starts() {
    String on =
        export("rdp/reg-fDenyTSConnections-1-disabled-win-home.txt")
            .replace("00000001", "00000000");
    Told told = laptop().says(RemoteDesktop.SWITCH, on);
    for (String never : List.of("state=absent", "state=1\nstart=4")) {
      told.says(RemoteDesktop.SERVICE, "service=TermService\n" + never + "\n");
      assertEquals(List.of(), of(told).found(), never);
    }
    for (String may : List.of("state=1\nstart=3", "state=4\nstart=4", "state=denied", "")) {
      told.says(RemoteDesktop.SERVICE, "service=TermService\n" + may + "\n");
      assertEquals(Tool.WINDOWS_REMOTE_DESKTOP, only(told).tool(), may);
    }
  }

  @Test
  void a_policy_turns_remote_desktop_and_unasked_help_on() {
    var told =
        laptop()
            .says(
                RemoteDesktop.POLICY,
                Keys.with(
                    RemoteDesktop.POLICY.key(),
                    "\"fDenyTSConnections\"=dword:00000000",
                    "\"fAllowUnsolicited\"=dword:00000001"));
    assertEquals(
        List.of(Tool.WINDOWS_REMOTE_ASSISTANCE, Tool.WINDOWS_REMOTE_DESKTOP),
        of(told).found().stream().map(Found::tool).toList());
  }

  @Test
  void remote_management_counts_where_it_runs_and_listens() {
    var told = laptop().says(WinRm.SERVICE, "service=WinRM\nstate=4\nstart=2\n");
    assertEquals(List.of(), of(told).found(), "it listens nowhere");
    String key = WinRm.LISTENERS.key().replace("\\*", "");
    told.says(
            WinRm.LISTENERS,
            Keys.with(key) + Keys.with(key + "\\*+HTTP", "\"Port\"=dword:00001761"))
        .says(
            WinRm.POLICY,
            Keys.with(
                WinRm.POLICY.key(),
                "\"AllowBasic\"=dword:00000001",
                "\"AllowUnencryptedTraffic\"=dword:00000001"));
    assertEquals(List.of("WinRM, with basic authentication, unencrypted"), only(told).running());
    told.says(WinRm.LISTENERS, new Answer.Denied());
    assertEquals(Tool.WINDOWS_REMOTE_MANAGEMENT, only(told).tool());
  }

  @Test
  void services_programs_and_processes_are_signs() {
    var told =
        laptop()
            .says(
                ToolServices.SERVICES,
                absentServices()
                        .replace(
                            "service=TeamViewer\nstate=absent",
                            "service=TeamViewer\nstate=4\nstart=2")
                    + "service=ScreenConnect Client (8d3f)\nstate=1\nstart=2\n")
            .says(WinRemoteTools.RUNNING.question(), "TeamViewer.exe\n# seen 120 hidden 0\n")
            .says(InstalledTools.LISTS, lists("", "AnyDesk*", "RustDesk*"));
    assertEquals(
        List.of(
            new Found(Tool.ANYDESK, List.of("AnyDesk"), List.of()),
            new Found(Tool.RUSTDESK, List.of("RustDesk"), List.of()),
            new Found(Tool.SCREENCONNECT, List.of("ScreenConnect Client*"), List.of()),
            new Found(
                Tool.TEAMVIEWER, List.of("TeamViewer"), List.of("TeamViewer", "TeamViewer.exe"))),
        of(told).found());
  }

  @Test
  void what_is_missing_denied_or_not_understood_was_not_seen() {
    for (var question : WinRemoteTools.QUESTIONS) {
      boolean detail =
          question.equals(RemoteDesktop.LISTENER)
              || question.equals(RemoteDesktop.SERVICE)
              || question.equals(WinRm.LISTENERS)
              || question.equals(WinRm.POLICY);
      for (Answer answer :
          List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "x=1\n"))) {
        RemoteTools tools = of(laptop().says(question, answer));
        assertTrue(detail || tools.unseen().isPresent(), question.text() + " " + answer);
      }
    }
    assertEquals(
        new Unseen(Reason.NEEDS_PRIVILEGE, "what other people installed for themselves"),
        of(laptop()
                .says(
                    InstalledTools.LISTS,
                    NONE_OF_THEM.replace("installed=3", "installed=4")
                        + "\nlist=user2\nstate=denied\n"))
            .unseen()
            .orElseThrow());
  }

  @Test
  void lists_that_are_cut_or_name_what_was_not_asked_for_were_not_seen_whole() {
    for (String text :
        List.of(
            NONE_OF_THEM.replace("installed=3", "installed=4"),
            NONE_OF_THEM.substring(0, NONE_OF_THEM.indexOf("\nlist=user1")),
            NONE_OF_THEM.replace("HKLM32", "HKLM33"),
            NONE_OF_THEM.replaceFirst("state=read", "state=perhaps"),
            NONE_OF_THEM.replaceFirst("state=read\n", ""),
            NONE_OF_THEM.replaceFirst("unreadable=0", "unreadable=1"),
            NONE_OF_THEM.replaceFirst("unreadable=0\n", ""),
            lists("", "Some Other Program", ""))) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          of(laptop().says(InstalledTools.LISTS, text)).unseen().orElseThrow().reason(),
          text);
    }
    String none = NONE_OF_THEM.replace("state=read\nunreadable=0", "state=absent");
    assertTrue(of(laptop().says(InstalledTools.LISTS, none)).unseen().isEmpty());
  }
}
