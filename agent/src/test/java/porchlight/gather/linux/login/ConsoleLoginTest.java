package porchlight.gather.linux.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin.Entry;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

class ConsoleLoginTest extends LoginFiles {
  private static final ListFolder OWN_UNITS = Consoles.FOLDERS.get(0);

  private static final ReadFile DROP_IN =
      new ReadFile("/etc/systemd/system/getty@tty1.service.d/override.conf");

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
