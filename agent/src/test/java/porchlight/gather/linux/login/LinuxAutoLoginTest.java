package porchlight.gather.linux.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Rooted;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

class LinuxAutoLoginTest {
  private static final ListFolder UNITS = Consoles.FOLDERS.get(3);
  private static final ListFolder OWN_UNITS = Consoles.FOLDERS.get(0);
  private static final ReadFile CUSTOM = new ReadFile("/etc/gdm3/custom.conf");
  private static final ReadFile SDDM = new ReadFile("/etc/sddm.conf");
  private static final ReadFile DROP_IN =
      new ReadFile("/etc/systemd/system/getty@tty1.service.d/override.conf");

  /** A machine with systemd whose consoles are as Debian ships them. */
  private static Scripted consoles() {
    return new Scripted()
        .says(UNITS, "getty@.service\nserial-getty@.service\nssh.service")
        .says(UNITS.file("getty@.service"), Captures.text("login/getty@.service"))
        .says(UNITS.file("serial-getty@.service"), Captures.text("login/serial-getty@.service"));
  }

  private static Scripted with(String manager) {
    return consoles().says(DisplayManager.LINK, "/lib/systemd/system/" + manager + ".service");
  }

  private static Scripted gdm(String custom) {
    return with("gdm3").says(Gdm.FOLDERS.get(0), "custom.conf\nInit").says(CUSTOM, custom);
  }

  private static Scripted sddm(String conf) {
    return with("sddm").says(Sddm.ETC, "passwd\nsddm.conf").says(SDDM, conf);
  }

  private static Scripted greetd(String toml) {
    return with("greetd").says(Greetd.FILE, toml);
  }

  private static List<Door> doors(Machine machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxAutoLogin.read(machine));
    return assertInstanceOf(AutoLogin.Doors.class, known.value()).doors();
  }

  private static Entry entry(Machine machine) {
    var doors = doors(machine);
    assertEquals(1, doors.size(), doors.toString());
    return doors.get(0).entry();
  }

  private static void asks(Machine machine) {
    assertEquals(new Entry.Asks(), entry(machine));
  }

  private static void opens(String person, Machine machine) {
    assertEquals(person, assertInstanceOf(Entry.Opens.class, entry(machine)).person());
  }

  private static void unclear(Reason reason, Machine machine) {
    assertEquals(reason, assertInstanceOf(Entry.Unclear.class, entry(machine)).reason());
  }

  private static Scripted drop(String execStarts) {
    return with("gdm3")
        .says(Gdm.FOLDERS.get(0), "daemon.conf")
        .says(Gdm.FOLDERS.get(0).file("daemon.conf"), Captures.text("login/gdm3-daemon.conf"))
        .says(OWN_UNITS, "getty@tty1.service.d")
        .says(OWN_UNITS.folder("getty@tty1.service.d"), "override.conf\nnotes.txt")
        .says(DROP_IN, "[Service]\n" + execStarts);
  }

  private static Entry console(String execStarts) {
    var doors = doors(drop(execStarts));
    return doors.size() == 1 ? new Entry.Asks() : doors.get(1).entry();
  }

  @Test
  void without_a_graphical_login_the_question_does_not_arise() {
    assertEquals(
        Reading.known(new AutoLogin.NoDoor("no graphical login is set to start")),
        LinuxAutoLogin.read(consoles()));
    assertEquals(
        Reading.known(new AutoLogin.NoDoor("no graphical login is set to start")),
        LinuxAutoLogin.read(consoles().says(DisplayManager.LINK, "/dev/null")));
  }

  @Test
  void a_machine_that_tells_nothing_is_not_one_without_a_login() {
    unclear(Reason.NOT_SUPPORTED, new Scripted());
    unclear(Reason.NEEDS_PRIVILEGE, consoles().answers(DisplayManager.LINK, new Answer.Denied()));
    unclear(Reason.NEEDS_PRIVILEGE, consoles().answers(DisplayManager.DEBIAN, new Answer.Denied()));
    unclear(
        Reason.NOT_UNDERSTOOD,
        consoles().answers(DisplayManager.LINK, new Answer.Failed("not a link")));
    unclear(Reason.NOT_UNDERSTOOD, consoles().says(DisplayManager.LINK, "\u0000"));
    unclear(Reason.TIMED_OUT, consoles().answers(UNITS, new Answer.TimedOut()));
  }

  @Test
  void a_display_manager_that_is_not_known_is_not_guessed() {
    unclear(Reason.NOT_SUPPORTED, with("ly"));
    unclear(Reason.NOT_SUPPORTED, with("display-manager"));
    unclear(
        Reason.NOT_SUPPORTED,
        consoles().says(DisplayManager.WANTED, "udisks2.service\nslim.service"));
  }

  @Test
  void lightdm_is_read_as_it_reads_itself() {
    int scenes = 0;
    for (String shown : Captures.matching("login/lightdm/*/show-config.txt")) {
      String scene = shown.replace("/show-config.txt", "");
      Machine files =
          new Rooted(Path.of("src/test/captures/linux").resolve(scene).toAbsolutePath());
      var entry = LightDm.read(files);
      String said = Captures.text(shown);
      if (said.contains("Failed to load")) {
        assertInstanceOf(Reading.Unknown.class, entry, scene);
      } else if (said.contains("autologin-user=worker")) {
        assertEquals(Reading.known(new Entry.Opens("worker", "autologin-user")), entry, scene);
      } else {
        assertEquals(Reading.known(new Entry.Asks()), entry, scene);
      }
      scenes++;
    }
    assertTrue(scenes >= 7, "only " + scenes);
  }

  @Test
  void lightdm_sections_are_those_of_the_first_seat() {
    opens("ann", lightdm("[Seat:*]\nautologin-user=zoe\n[Seat:seat0]\nautologin-user = ann\n"));
    opens("ann", lightdm("[Seat:seat?]\nautologin-user=ann\n"));
    opens("", lightdm("[Seat:*]\nautologin-guest=true\n"));
    asks(lightdm("[LightDM]\nautologin-user=ann\n[Seat:*]\n#autologin-user=ann\n"));
    asks(lightdm("[Seat:*]\nautologin-user=ann\n[Seat:seat0]\nautologin-user=\n"));
    unclear(Reason.NOT_SUPPORTED, lightdm("[Seat:seat1]\nautologin-user=ann\n"));
    unclear(Reason.TOOL_MISSING, with("lightdm"));
  }

  private static Scripted lightdm(String conf) {
    return with("lightdm")
        .says(LightDm.OWN, "lightdm.conf\nusers.conf")
        .says(LightDm.OWN.file("lightdm.conf"), conf);
  }

  @Test
  void gdm_logs_in_at_once_or_after_a_while() {
    asks(gdm("# GDM\n\n[daemon]\n#AutomaticLoginEnable = true\n"));
    opens("ann", gdm("[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = ann\n"));
    opens("ann", gdm("[daemon]\nAutomaticLoginEnable=True\nAutomaticLogin=ann\n"));
    opens("ann", gdm("[daemon]\nTimedLoginEnable=1\nTimedLogin=ann\nTimedLoginDelay=30\n"));
    asks(gdm("[daemon]\nAutomaticLoginEnable=true\nAutomaticLogin=\n"));
    asks(gdm("[daemon]\nAutomaticLogin=ann\n"));
    asks(gdm("[security]\nAutomaticLoginEnable=true\nAutomaticLogin=ann\n"));
    opens("ann", gdm("[daemon]\nAutomaticLogin=ann\n[xdmcp]\n[daemon]\nAutomaticLoginEnable=true"));
  }

  @Test
  void gdm_on_fedora_has_another_folder_and_this_run_comes_first() {
    var fedora =
        consoles()
            .says(DisplayManager.LINK, "/usr/lib/systemd/system/gdm.service")
            .says(Gdm.FOLDERS.get(1), "custom.conf")
            .says(
                Gdm.FOLDERS.get(1).file("custom.conf"),
                "[daemon]\nAutomaticLoginEnable=true\nAutomaticLogin=ann\n");
    opens("ann", fedora);
    asks(fedora.says(Gdm.OF_THIS_RUN.get(1), "[daemon]\nAutomaticLoginEnable=false\n"));
  }

  @Test
  void gdm_settings_that_are_missing_denied_or_not_understood_are_not_guessed() {
    unclear(Reason.TOOL_MISSING, with("gdm3"));
    unclear(Reason.TOOL_MISSING, with("gdm3").says(Gdm.FOLDERS.get(0), "custom.conf"));
    unclear(Reason.NEEDS_PRIVILEGE, gdm("").answers(CUSTOM, new Answer.Denied()));
    unclear(Reason.NOT_UNDERSTOOD, gdm("[daemon]\nAutomaticLoginEnable true\n"));
    unclear(Reason.NOT_UNDERSTOOD, gdm("[daemon]\nAutomaticLoginEnable=yes\n"));
    unclear(Reason.NOT_UNDERSTOOD, gdm("[daemon]\n\uFFFD\n"));
    unclear(
        Reason.NOT_UNDERSTOOD,
        gdm("[daemon]\nAutomaticLoginEnable=true\nAutomaticLogin=ann\n")
            .says(Gdm.FOLDERS.get(0), "custom.conf\ndaemon.conf")
            .says(Gdm.FOLDERS.get(0).file("daemon.conf"), "[daemon]\n"));
  }

  @Test
  void sddm_takes_the_last_word_of_its_files() {
    asks(with("sddm").says(Sddm.ETC, "passwd"));
    opens("ann", sddm("[Autologin]\nUser=ann # hers\nSession=plasma\n"));
    asks(sddm("[Autologin]\n#User=ann\n[Users]\nUser=ann\n"));
    var folder = Sddm.FOLDERS.get(1);
    var kde =
        sddm("[Autologin]\nUser=\n")
            .says(folder, "kde_settings.conf\n.swp")
            .says(folder.file("kde_settings.conf"), "[Autologin]\nUser=ann\n");
    asks(kde);
    opens("ann", kde.says(SDDM, "[Theme]\nCurrent=breeze\n"));
    unclear(Reason.NEEDS_PRIVILEGE, kde.answers(SDDM, new Answer.Denied()));
    unclear(Reason.NOT_UNDERSTOOD, sddm("\u0000\u0000"));
  }

  @Test
  void greetd_starts_an_initial_session_without_asking() {
    asks(greetd(Captures.text("login/greetd-config.toml")));
    String whole = Captures.text("login/greetd-config.toml");
    opens("ann", greetd(whole + "\n[initial_session]\ncommand = \"sway\"\nuser = \"ann\" # me\n"));
    asks(greetd(whole + "\n#[initial_session]\n#command = \"sway\"\n"));
    unclear(Reason.NOT_UNDERSTOOD, greetd(whole + "\ninitial_session = {command = \"sway\"}\n"));
    unclear(Reason.NOT_UNDERSTOOD, greetd(whole + "\ninitial_session.command = \"sway\"\n"));
    unclear(Reason.NOT_UNDERSTOOD, greetd(whole.replace("_greetd", "ann")));
    unclear(Reason.NOT_UNDERSTOOD, greetd("command = \"\"\"\n[initial_session]\n"));
    unclear(Reason.NOT_UNDERSTOOD, greetd(""));
    unclear(Reason.TOOL_MISSING, with("greetd"));
    opens(
        "",
        with("cosmic-greeter")
            .says(Greetd.COSMIC, "[initial_session]\ncommand = 'start-cosmic'\n"));
  }

  @Test
  void lxdm_nodm_and_opensuse_have_their_own_places() {
    var lxdm = with("lxdm").says(Lxdm.FOLDER, "lxdm.conf\nPreLogin");
    var file = Lxdm.FOLDER.file("lxdm.conf");
    asks(lxdm.says(file, Captures.text("login/lxdm.conf")));
    opens(
        "ann",
        lxdm.says(
            file, Captures.text("login/lxdm.conf").replace("# autologin=dgod", "autologin=ann")));
    opens("ann", with("nodm").says(LinuxAutoLogin.NODM, "NODM_ENABLED=true\nNODM_USER=ann\n"));
    asks(with("nodm").says(LinuxAutoLogin.NODM, "NODM_ENABLED=false\nNODM_USER=ann\n"));
    unclear(Reason.TOOL_MISSING, with("nodm"));
    var suse = gdm("[daemon]\n").says(LinuxAutoLogin.SUSE, "DISPLAYMANAGER_AUTOLOGIN=\"ann\"\n");
    assertEquals(new Entry.Opens("ann", "DISPLAYMANAGER_AUTOLOGIN"), doors(suse).get(1).entry());
    suse.says(LinuxAutoLogin.SUSE, "DISPLAYMANAGER_AUTOLOGIN=\"\"\n");
    assertEquals(new Entry.Asks(), doors(suse).get(1).entry());
    suse.says(LinuxAutoLogin.SUSE, "DISPLAYMANAGER_AUTOLOGIN=$WHO\n");
    assertInstanceOf(Entry.Unclear.class, doors(suse).get(1).entry());
  }

  @Test
  void opensuse_ships_the_unit_and_sets_everything_elsewhere() {
    var suse = consoles().answers(DisplayManager.SHIPPED, new Answer.Failed("not a link"));
    unclear(Reason.NOT_UNDERSTOOD, suse);
    suse.says(LinuxAutoLogin.SUSE, "DISPLAYMANAGER=gdm\nDISPLAYMANAGER_AUTOLOGIN=ann\n");
    assertInstanceOf(Entry.Opens.class, doors(suse).get(1).entry());
  }

  @Test
  void a_console_that_logs_in_is_found_however_it_is_told() {
    for (String how :
        List.of(
            "--autologin ann --noclear - $TERM",
            "--autologin=ann --noclear - $TERM",
            "--autol ann %I",
            "-a ann --noclear %I $TERM",
            "-Ja ann %I",
            "-o '-p -- \\\\u' -aann %I",
            "'--autologin' ann %I")) {
      String reset = "ExecStart=\nExecStart=-/sbin/agetty " + how + "\n";
      assertEquals("ann", assertInstanceOf(Entry.Opens.class, console(reset), how).person(), how);
    }
    assertInstanceOf(
        Entry.Opens.class, console("ExecStart=\nExecStart=-/sbin/agetty -o '-f root' -n %I\n"));
    assertEquals(
        "ann",
        assertInstanceOf(
                Entry.Opens.class, console("ExecStart=\nExecStart=-/sbin/agetty \\\n  -a ann %I\n"))
            .person());
    assertEquals("the console tty1", doors(drop("ExecStart=-/sbin/agetty -a ann")).get(1).name());
  }

  @Test
  void a_console_that_asks_is_not_told() {
    for (String how :
        List.of(
            "-o '-p -- \\\\u' --noclear - $TERM",
            "-o '-- \\\\u' --noreset --noclear - ${TERM}",
            "-I \\033 --keep-baud - 115200,38400,9600 $TERM",
            "-f /etc/issue.auto -H -a %I")) {
      assertEquals(
          new Entry.Asks(), console("ExecStart=\nExecStart=-/sbin/agetty " + how + "\n"), how);
    }
    assertEquals(new Entry.Asks(), console("TTYVTDisallocate=no\n[Unit]\nExecStart=/bin/sh\n"));
    assertEquals(
        new Entry.Asks(),
        console("ExecStart=-/sbin/agetty -a ann\nExecStart=\nExecStart=-/sbin/agetty %I\n"));
  }

  @Test
  void what_a_console_starts_instead_is_not_guessed() {
    for (String what :
        List.of(
            "-/bin/bash",
            "-/sbin/agetty -n -l /usr/local/bin/in %I",
            "-/sbin/agetty $OPTIONS %I",
            "\uFFFD")) {
      assertInstanceOf(Entry.Unclear.class, console("ExecStart=\nExecStart=" + what + "\n"), what);
    }
    var machine = drop("");
    machine.answers(DROP_IN, new Answer.Denied());
    assertInstanceOf(Entry.Unclear.class, doors(machine).get(1).entry());
    machine.answers(OWN_UNITS.folder("getty@tty1.service.d"), new Answer.TimedOut());
    assertInstanceOf(Entry.Unclear.class, doors(machine).get(1).entry());
  }

  @Test
  void a_console_that_is_never_started_does_not_count() {
    var masked =
        drop("ExecStart=-/sbin/agetty -a ann\n")
            .says(OWN_UNITS, "getty@tty1.service\ngetty@tty1.service.d")
            .answers(OWN_UNITS.file("getty@tty1.service"), new Answer.Failed("not a regular file"));
    assertEquals(1, doors(masked).size());
  }

  @Test
  void spoilt_settings_are_no_exception_and_never_a_password_that_was_not_there() {
    String opening = "[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = ann\n";
    var spoilt = new java.util.ArrayList<Question>();
    Garbled.each(
        opening,
        text -> {
          assertFalse(doors(gdm(text)).isEmpty());
          doors(sddm(text));
          doors(greetd(text));
          doors(lightdm(text));
          doors(drop(text));
          spoilt.add(CUSTOM);
        });
    assertTrue(spoilt.size() > 100, "only " + spoilt.size());
  }
}
