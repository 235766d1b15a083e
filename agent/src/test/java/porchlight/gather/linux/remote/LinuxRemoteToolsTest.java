package porchlight.gather.linux.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;
import porchlight.facts.Unseen;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Rooted;
import porchlight.gather.linux.Scripted;
import porchlight.gather.linux.UnitFolders;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.Among;
import porchlight.machine.Question.ListFolder;

class LinuxRemoteToolsTest {
  private static final ListFolder UNITS = UnitFolders.PACKAGES;
  private static final String NOBODY = "# seen 212 hidden 0\n";
  private static final Among PROGRAMS = among("/usr/bin");

  /** What packages put on a disk; those of desktops say nothing, because they come with them. */
  private static final Map<String, List<Tool>> PACKAGES =
      Map.ofEntries(
          Map.entry("remote/gnome-remote-desktop.txt", List.of()),
          Map.entry("remote/krfb.txt", List.of()),
          Map.entry("remote/tigervnc-scraping-server.txt", List.of(Tool.VNC)),
          Map.entry("remote/tigervnc-standalone-server.txt", List.of(Tool.VNC)),
          Map.entry("remote/tightvncserver.txt", List.of(Tool.VNC)),
          Map.entry("remote/wayvnc.txt", List.of(Tool.WAYVNC)),
          Map.entry("remote/x11vnc.txt", List.of(Tool.X11VNC)),
          Map.entry("remote/x2goserver.txt", List.of(Tool.X2GO)),
          Map.entry("remote/xpra.txt", List.of(Tool.XPRA)),
          Map.entry("remote/xrdp.txt", List.of(Tool.XRDP)));

  private static Among among(String folder) {
    return Places.QUESTIONS.stream()
        .filter(one -> one.folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  /** A machine with systemd and without any of them. */
  private static Scripted clean() {
    return new Scripted()
        .says(RunningNames.PROCESSES, NOBODY)
        .says(UNITS, "dbus.service\ngetty@.service\nmulti-user.target")
        .says(PROGRAMS, "");
  }

  private static RemoteTools tools(Machine machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxRemoteTools.read(machine));
    return assertInstanceOf(RemoteTools.class, known.value());
  }

  private static Found only(Machine machine) {
    RemoteTools tools = tools(machine);
    assertEquals(Optional.empty(), tools.unseen());
    assertEquals(1, tools.found().size(), tools.toString());
    return tools.found().get(0);
  }

  private static void unseen(Reason reason, Machine machine) {
    RemoteTools tools = tools(machine);
    assertEquals(List.of(), tools.found());
    assertEquals(Optional.of(reason), tools.unseen().map(Unseen::reason));
  }

  @Test
  void a_machine_without_any_has_been_looked_through() {
    assertEquals(new RemoteTools(List.of(), Optional.empty()), tools(clean()));
  }

  @Test
  void a_machine_that_tells_nothing_is_not_one_without_any() {
    unseen(Reason.TOOL_MISSING, new Scripted());
  }

  @Test
  void what_runs_and_what_is_installed_are_told_apart() {
    assertEquals(
        new Found(Tool.X11VNC, List.of(), List.of("x11vnc")),
        only(clean().says(RunningNames.PROCESSES, "x11vnc\n" + NOBODY)));
    assertEquals(
        new Found(Tool.X11VNC, List.of("/usr/bin/x11vnc"), List.of()),
        only(clean().says(PROGRAMS, "file x11vnc\n")));
    assertEquals(
        new Found(
            Tool.TEAMVIEWER,
            List.of("/opt/teamviewer", "/usr/bin/teamviewer", "teamviewerd.service"),
            List.of("teamviewerd")),
        only(
            clean()
                .says(RunningNames.PROCESSES, "teamviewerd\n" + NOBODY)
                .says(among("/opt"), "folder teamviewer\n")
                .says(UnitFolders.ALL.get(0), "teamviewerd.service\n")
                .says(PROGRAMS, "link teamviewer\n")));
  }

  @Test
  void a_service_whose_name_has_a_part_of_its_own_is_known_by_the_rest() {
    assertEquals(
        new Found(Tool.SCREENCONNECT, List.of("connectwisecontrol-*.service"), List.of()),
        only(clean().says(UNITS, "a.service\nconnectwisecontrol-1a5d6cc5d5f07e3e.service")));
    assertEquals(
        List.of(), tools(clean().says(UNITS, "a.service\nconnectwisecontrol-1a.path")).found());
    assertEquals(
        List.of(), tools(clean().says(UNITS, "a.service\nxconnectwisecontrol-1.service")).found());
  }

  @Test
  void real_packages_are_recognised_by_what_they_put_on_a_disk(@TempDir Path folder)
      throws IOException {
    assertEquals(10, PACKAGES.size());
    for (var one : PACKAGES.entrySet()) {
      Path root = folder.resolve(one.getKey());
      put(root, "/usr/bin/true");
      put(root, "/usr/lib/systemd/system/dbus.service");
      for (String file : Captures.text(one.getKey()).lines().toList()) {
        put(root, file);
      }
      var files = new Rooted(root);
      RemoteTools tools =
          tools(question ->
              question.equals(RunningNames.PROCESSES)
                  ? new Answer.Said(0, NOBODY)
                  : files.ask(question));
      assertEquals(Optional.empty(), tools.unseen());
      assertEquals(one.getValue(), tools.found().stream().map(Found::tool).toList(), one.getKey());
    }
  }

  private static void put(Path root, String file) throws IOException {
    Path at = root.resolve(file.substring(1));
    Files.createDirectories(at.getParent());
    Files.createFile(at);
  }

  @Test
  void those_that_come_with_a_desktop_count_while_they_run() {
    assertEquals(
        new Found(Tool.GNOME_REMOTE_DESKTOP, List.of(), List.of("gnome-remote-de")),
        only(clean().says(RunningNames.PROCESSES, "gnome-remote-de\n" + NOBODY)));
  }

  @Test
  void processes_that_are_hidden_missing_denied_or_not_understood_are_not_none() {
    Question asked = RunningNames.PROCESSES;
    unseen(Reason.NEEDS_PRIVILEGE, clean().says(asked, "# seen 9 hidden 200\n"));
    unseen(Reason.TOOL_MISSING, clean().answers(asked, new Answer.Missing()));
    unseen(Reason.NEEDS_PRIVILEGE, clean().answers(asked, new Answer.Denied()));
    unseen(Reason.TIMED_OUT, clean().answers(asked, new Answer.TimedOut()));
    for (String odd :
        List.of("", "x11vnc\n", "# seen 0 hidden 0\n", "sshd\n" + NOBODY, NOBODY + "x", "\u0000")) {
      unseen(Reason.NOT_UNDERSTOOD, clean().says(asked, odd));
    }
    unseen(Reason.NOT_UNDERSTOOD, clean().answers(asked, new Answer.Said(1, NOBODY)));
    RemoteTools some = tools(clean().says(asked, "xrdp\n# seen 9 hidden 200\n"));
    assertEquals(List.of("xrdp"), some.found().get(0).running());
    assertTrue(some.unseen().isPresent());
  }

  @Test
  void folders_that_are_missing_denied_or_not_understood_are_not_empty() {
    unseen(Reason.TOOL_MISSING, clean().answers(PROGRAMS, new Answer.Missing()));
    for (Among folder : Places.QUESTIONS) {
      unseen(Reason.NEEDS_PRIVILEGE, clean().answers(folder, new Answer.Denied()));
      unseen(Reason.NEEDS_PRIVILEGE, clean().says(folder, "denied " + folder.paths().get(0)));
      for (String odd : List.of("file", "file passwd\n", "\uFFFD\u0000", "x11vnc")) {
        unseen(Reason.NOT_UNDERSTOOD, clean().says(folder, odd));
      }
      unseen(Reason.NOT_UNDERSTOOD, clean().answers(folder, new Answer.Said(1, "")));
    }
    assertEquals(11, Places.QUESTIONS.size());
  }

  @Test
  void services_that_are_missing_denied_or_not_understood_are_not_none() {
    unseen(Reason.NOT_SUPPORTED, clean().answers(UNITS, new Answer.Missing()));
    unseen(Reason.NOT_SUPPORTED, clean().says(UNITS, ""));
    for (ListFolder folder : UnitFolders.ALL) {
      Scripted old = clean().says(UNITS, "dbus.service");
      unseen(Reason.NEEDS_PRIVILEGE, old.answers(folder, new Answer.Denied()));
      unseen(Reason.NOT_UNDERSTOOD, old.says(folder, "\uFFFD.service"));
      unseen(Reason.NOT_UNDERSTOOD, old.answers(folder, new Answer.Said(2, "a.service")));
    }
  }

  @Test
  void the_old_folder_for_services_is_read_where_it_is_another() {
    String xrdp = "dbus.service\nxrdp.service";
    assertEquals(
        Tool.XRDP, only(clean().says(UNITS, "dbus.service").says(UnitFolders.OLD, xrdp)).tool());
    Scripted merged = clean().answers(UnitFolders.OLD, new Answer.Denied());
    assertEquals(new RemoteTools(List.of(), Optional.empty()), tools(merged));
  }

  @Test
  void whatever_a_source_answers_it_is_one_of_ours_or_nothing() {
    int forms = 0;
    for (Question question : List.of(RunningNames.PROCESSES, PROGRAMS, among("/opt"), UNITS)) {
      String text =
          question.equals(UNITS) ? "xrdp.service\na.service\n" : "file xrdp\nxrdp\n" + NOBODY;
      forms +=
          Garbled.eachAnswer(
              text,
              answer ->
                  tools(clean().answers(question, answer))
                      .found()
                      .forEach(found -> assertEquals(Tool.XRDP, found.tool())));
    }
    assertTrue(forms >= 400, "only " + forms);
  }
}
