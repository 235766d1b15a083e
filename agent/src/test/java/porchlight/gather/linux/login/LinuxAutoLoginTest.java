package porchlight.gather.linux.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Rooted;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

class LinuxAutoLoginTest extends LoginFiles {
  private static void asks(Machine machine) {
    assertEquals(new Entry.Asks(), entry(machine));
  }

  private static void opens(String person, Machine machine) {
    assertEquals(person, assertInstanceOf(Entry.Opens.class, entry(machine)).person());
  }

  private static void unclear(Reason reason, Machine machine) {
    assertEquals(reason, assertInstanceOf(Entry.Unclear.class, entry(machine)).reason());
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
}
