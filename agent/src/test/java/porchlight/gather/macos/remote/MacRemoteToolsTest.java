package porchlight.gather.macos.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Unseen;
import porchlight.gather.RemoteSigns;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.Launchd;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.Among;

class MacRemoteToolsTest {
  private static final Question PROCESSES = MacRemoteTools.RUNNING.question();
  private static final String NOBODY = "# seen 400 hidden 0\n";
  private static final Answer OFF =
      new Answer.Said(
          113,
          "",
          MacCaptures.text("launchd/launchctl-print_screensharing_off_exit113_26.5.1.txt"));
  private static final String ON =
      MacCaptures.text("launchd/launchctl-print_screensharing_on_26.5.1_excerpt.txt");

  private static Among among(String folder) {
    return MacRemoteTools.FOLDERS.questions().stream()
        .filter(one -> one.folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  /** A Mac without any of them. */
  private static Told clean() {
    return new Told()
        .says(PROCESSES, NOBODY)
        .says(among("/Applications"), "")
        .says(MacRemoteTools.SERVICES.getFirst(), "com.docker.vmnetd.plist")
        .says(MacRemoteTools.SERVICES.getLast(), "")
        .says(Launchd.SCREEN_SHARING, OFF)
        .says(Accounts.LIST, "ann /Users/ann\nroot /var/root\n")
        .says(Accounts.HOMES, "Shared\nann");
  }

  private static RemoteTools tools(Told mac) {
    return known(MacRemoteTools.read(mac));
  }

  private static List<Tool> seen(Told mac) {
    assertEquals(Optional.empty(), tools(mac).unseen());
    return tools(mac).found().stream().map(Found::tool).toList();
  }

  @Test
  void a_mac_without_any_has_none() {
    assertEquals(List.of(), seen(clean()));
  }

  @Test
  void an_application_a_service_or_a_process_is_enough() {
    assertEquals(
        List.of(Tool.TEAMVIEWER),
        seen(clean().says(among("/Applications"), "folder TeamViewer.app\n")));
    for (var unit :
        List.of("com.philandro.anydesk.Helper.plist", "com.philandro.anydesk.service.plist")) {
      assertEquals(
          List.of(Tool.ANYDESK),
          seen(clean().says(MacRemoteTools.SERVICES.getFirst(), unit)),
          unit);
    }
    assertEquals(
        List.of(Tool.SCREENCONNECT),
        seen(
            clean()
                .says(
                    MacRemoteTools.SERVICES.getLast(),
                    "connectwisecontrol-0123456789abcdef-onlogin.plist")));
    assertEquals(
        List.of(Tool.RUSTDESK), seen(clean().says(PROCESSES, "RustDesk\n# seen 400 hidden 0\n")));
  }

  @Test
  void apples_own_count_while_they_are_switched_on() {
    assertEquals(
        List.of(Tool.MACOS_SCREEN_SHARING), seen(clean().says(Launchd.SCREEN_SHARING, ON)));
    assertEquals(
        List.of(Tool.MACOS_REMOTE_MANAGEMENT),
        seen(clean().says(Launchd.REMOTE_MANAGEMENT, "enabled")));
  }

  @Test
  void every_sign_of_the_table_is_looked_for() {
    var signs =
        RemoteSigns.shipped().signs().stream().filter(one -> one.system().equals("macos")).toList();
    assertTrue(signs.size() >= 40, signs.size() + " signs");
    assertTrue(
        signs.stream().map(RemoteSigns.Sign::tool).distinct().count() >= 12, signs.toString());
    for (var sign : signs) {
      switch (sign.kind()) {
        case UNIT -> {
          var mac = clean().says(MacRemoteTools.SERVICES.getFirst(), sign.value());
          assertEquals(List.of(sign.tool()), seen(mac), sign.value());
        }
        case PATH -> {
          int slash = sign.value().lastIndexOf('/');
          String folder = sign.value().substring(0, slash);
          var mac = clean().says(among(folder), "folder " + sign.value().substring(slash + 1));
          assertEquals(List.of(sign.tool()), seen(mac), sign.value());
        }
        case PROCESS -> {
          var mac = clean().says(PROCESSES, sign.value() + "\n" + NOBODY);
          assertEquals(List.of(sign.tool()), seen(mac), sign.value());
        }
        case PROGRAM -> throw new AssertionError("not looked for on macOS: " + sign);
      }
    }
  }

  /** A clean Mac where questions about Ann's home with that word are answered so. */
  private static RemoteTools atHome(String word, Answer answer) {
    Machine clean = clean();
    return known(
        MacRemoteTools.read(question ->
            question.text().contains(" /Users/ann ") && question.text().contains(word)
                ? answer
                : clean.ask(question)));
  }

  @Test
  void what_a_person_put_into_a_home_counts_and_a_closed_home_leaves_it_open() {
    var program = new Answer.Said(0, "folder Applications/TeamViewer.app\n");
    var agent = new Answer.Said(0, "com.philandro.anydesk.service.plist");
    assertEquals(Tool.TEAMVIEWER, atHome("TeamViewer", program).found().getFirst().tool());
    assertEquals(Tool.ANYDESK, atHome("LaunchAgents", agent).found().getFirst().tool());
    for (String word : List.of("TeamViewer", "LaunchAgents")) {
      assertEquals(
          Optional.of(Reason.NEEDS_PRIVILEGE),
          atHome(word, new Answer.Denied()).unseen().map(Unseen::reason));
      assertEquals(
          Optional.of(Reason.NOT_UNDERSTOOD),
          atHome(word, new Answer.Said(0, "\u0001\uFFFD?")).unseen().map(Unseen::reason));
    }
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        unseen(clean().says(Accounts.LIST, new Answer.Denied())));
  }

  private static Optional<Reason> unseen(Told mac) {
    return tools(mac).unseen().map(Unseen::reason);
  }

  @Test
  void what_is_missing_denied_or_not_understood_leaves_it_open() {
    for (Question question :
        List.of(
            PROCESSES,
            among("/Applications"),
            MacRemoteTools.SERVICES.getFirst(),
            MacRemoteTools.SERVICES.getLast(),
            Launchd.SCREEN_SHARING)) {
      assertEquals(
          Optional.of(Reason.TOOL_MISSING),
          unseen(clean().says(question, new Answer.Missing())),
          question.text());
      assertEquals(
          Optional.of(Reason.NEEDS_PRIVILEGE),
          unseen(clean().says(question, new Answer.Denied())),
          question.text());
      assertEquals(
          Optional.of(Reason.NOT_UNDERSTOOD),
          unseen(clean().says(question, "\u0001\uFFFD?")),
          question.text());
    }
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        unseen(clean().says(Launchd.REMOTE_MANAGEMENT, new Answer.Denied())));
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        unseen(clean().says(PROCESSES, "# seen 90 hidden 300\n")),
        "without root the processes of others are hidden");
  }
}
