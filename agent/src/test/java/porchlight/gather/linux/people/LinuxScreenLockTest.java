package porchlight.gather.linux.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadDconf;
import porchlight.machine.Question.ReadFile;

class LinuxScreenLockTest {
  private static final String PASSWD =
      "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/bin/sh\nann:x:1000:1000:Ann,,,:/home/ann:/bin/bash\n";
  private static final Person ANN = new Person("ann", 1000, new Home("/home/ann"));
  private static final String SCREEN = "/org/gnome/desktop/screensaver/";
  private static final String IDLE = "/org/gnome/desktop/session/idle-delay";
  private static final String DEFAULTS =
      """
      org.gnome.desktop.screensaver/lock-enabled=true
      org.gnome.desktop.screensaver/lock-delay=uint32 0
      org.gnome.desktop.session/idle-delay=uint32 300
      org.gnome.desktop.lockdown/disable-lock-screen=false
      """;
  private static final Question OWN = ANN.home().dconf(".config/dconf/user", GnomeLock.KEYS);
  private static final Question SCHEMAS = GnomeLock.DEFAULTS.get(1);
  private static final Question SITE = new ReadDconf("/etc/dconf/db", "site", GnomeLock.KEYS);
  private static final ReadFile PROFILE = DconfProfile.OF_ALL.get(0);

  private static Scripted laptop(String... sessions) {
    return new Scripted()
        .says(Accounts.PASSWD, PASSWD)
        .says(Accounts.HOMES, "ann\nlost+found")
        .says(Sessions.FOLDERS.get(0), String.join("\n", sessions))
        .says(SCHEMAS, DEFAULTS);
  }

  private static Scripted gnome() {
    return laptop("gnome.desktop");
  }

  private static List<Seat> seats(Scripted machine) {
    var known = assertInstanceOf(Reading.Known.class, LinuxScreenLock.read(machine));
    return assertInstanceOf(ScreenLock.Desktops.class, known.value()).seats();
  }

  private static Lock lock(Scripted machine) {
    List<Seat> seats = seats(machine);
    assertEquals(1, seats.size(), seats.toString());
    return seats.get(0).lock();
  }

  private static Lock after(int seconds) {
    return new Lock.After(Duration.ofSeconds(seconds));
  }

  private static void unclear(Reason reason, Lock lock) {
    var unclear = assertInstanceOf(Lock.Unclear.class, lock);
    assertEquals(reason, unclear.reason(), unclear.detail());
    assertFalse(unclear.detail().contains("ann"), unclear.detail());
  }

  @Test
  void without_a_desktop_there_is_nothing_to_lock() {
    assertEquals(
        Reading.known(new ScreenLock.NoDesktop("no desktop is installed")),
        LinuxScreenLock.read(new Scripted().says(Accounts.PASSWD, PASSWD)));
  }

  @Test
  void a_person_who_changed_nothing_has_the_defaults() {
    assertEquals(List.of(new Seat("ann", "GNOME", after(300))), seats(gnome()));
  }

  @Test
  void what_a_person_chose_comes_first() {
    assertEquals(
        after(930),
        lock(gnome().says(OWN, SCREEN + "lock-delay=uint32 30\n" + IDLE + "=uint32 900\n")));
    assertInstanceOf(Lock.Never.class, lock(gnome().says(OWN, SCREEN + "lock-enabled=false\n")));
    assertInstanceOf(Lock.Never.class, lock(gnome().says(OWN, IDLE + "=uint32 0\n")));
    assertInstanceOf(
        Lock.Never.class,
        lock(gnome().says(OWN, "/org/gnome/desktop/lockdown/disable-lock-screen=true\n")));
  }

  @Test
  void what_an_administrator_locked_comes_before() {
    var machine =
        gnome()
            .says(PROFILE, "user-db:user\nsystem-db:site # ours\n")
            .says(OWN, IDLE + "=uint32 0\n" + SCREEN + "lock-enabled=false\n");
    assertInstanceOf(Lock.Never.class, lock(machine));
    machine.says(SITE, IDLE + "=uint32 600\n" + SCREEN + "lock-enabled=true\n");
    assertInstanceOf(Lock.Never.class, lock(machine), "set, but not locked");
    machine.says(SITE, IDLE + "=uint32 600\nlock " + IDLE + "\nlock " + SCREEN + "lock-enabled\n");
    assertEquals(after(600), lock(machine), "locked without a value is locked to the default");
  }

  @Test
  void a_profile_that_is_not_understood_is_not_guessed() {
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(PROFILE, "service-db:keyfile/user\n")));
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(PROFILE, "system-db:../../home/x\n")));
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(PROFILE, "")));
    unclear(Reason.NEEDS_PRIVILEGE, lock(gnome().answers(PROFILE, new Answer.Denied())));
    unclear(
        Reason.NOT_SUPPORTED, lock(gnome().says(DconfProfile.OF_ONE.file("1000"), "user-db:x\n")));
  }

  @Test
  void another_persons_settings_that_are_denied_are_not_the_defaults() {
    unclear(Reason.NEEDS_PRIVILEGE, lock(gnome().answers(OWN, new Answer.Denied())));
  }

  @Test
  void a_database_that_is_not_understood_is_not_the_defaults() {
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().answers(OWN, new Answer.Failed("not sound"))));
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(OWN, "rubbish\n")));
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(OWN, SCREEN + "lock-enabled=?\n")));
    unclear(Reason.NOT_UNDERSTOOD, lock(gnome().says(OWN, IDLE + "=5\n")));
  }

  @Test
  void missing_schemas_are_no_default() {
    unclear(Reason.TOOL_MISSING, lock(gnome().answers(SCHEMAS, new Answer.Missing())));
  }

  @Test
  void plasma_locks_after_five_minutes_unless_told_otherwise() {
    Question own = PlasmaLock.own(ANN);
    var machine = laptop("plasma.desktop", "plasmawayland.desktop");
    assertEquals(List.of(new Seat("ann", "KDE Plasma", after(305))), seats(machine));
    assertEquals(after(600), lock(machine.says(own, "[Daemon]\nTimeout=10\nLockGrace=0\n")));
    assertInstanceOf(Lock.Never.class, lock(machine.says(own, "[Daemon]\nAutolock=false\n")));
    assertInstanceOf(Lock.Never.class, lock(machine.says(own, "[Daemon]\nTimeout=0\n")));
    assertEquals(after(305), lock(machine.says(own, "[Greeter]\nAutolock=false\n")));
    machine.says(PlasmaLock.SYSTEM, "[Daemon]\nAutolock=false\n");
    assertInstanceOf(Lock.Never.class, lock(machine.says(own, "")));
    assertEquals(after(305), lock(machine.says(own, "[Daemon]\nAutolock=true\n")));
  }

  @Test
  void what_an_administrator_fixed_in_plasma_comes_before_what_a_person_chose() {
    var machine = laptop("plasma.desktop");
    machine.says(PlasmaLock.own(ANN), "[Daemon]\nAutolock=false\nTimeout=60\n");
    for (String fixed :
        List.of("[Daemon]\nAutolock[$i]=true\n", "[Daemon][$i]\n", "[$i]\n[Daemon]\n")) {
      Lock lock = lock(machine.says(PlasmaLock.SYSTEM, fixed + "Timeout[$i]=10\n"));
      assertEquals(after(605), lock, fixed);
    }
    for (String other : List.of("[Greeter][$i]\nAutolock=true\n", "[Daemon]\nTimeout[$i]=10\n")) {
      assertInstanceOf(Lock.Never.class, lock(machine.says(PlasmaLock.SYSTEM, other)), other);
    }
  }

  @Test
  void a_line_as_long_as_a_file_may_be_holds_nobody_up() {
    for (String line :
        List.of("Timeout" + " ".repeat(2_000_000) + "x", "Timeout" + "[a]".repeat(600_000))) {
      var machine = laptop("plasma.desktop").says(PlasmaLock.own(ANN), "[Daemon]\n" + line + "\n");
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> unclear(Reason.NOT_UNDERSTOOD, lock(machine)));
    }
  }

  @Test
  void the_groups_that_plasma_keeps_for_itself_change_nothing() {
    String others = "[$Version]\n[Greeter][Wallpaper][org.kde.image][General]\n";
    var machine = laptop("plasma.desktop");
    assertEquals(
        after(605), lock(machine.says(PlasmaLock.own(ANN), others + "[Daemon]\nTimeout=10\n")));
  }

  @Test
  void plasma_settings_that_are_denied_or_not_understood_are_not_the_defaults() {
    Question own = PlasmaLock.own(ANN);
    var machine = laptop("plasma.desktop");
    unclear(Reason.NEEDS_PRIVILEGE, lock(machine.answers(own, new Answer.Denied())));
    unclear(Reason.NOT_SUPPORTED, lock(machine.says(own, "[Daemon]\nTimeout[$e]=$(a)\n")));
    for (String text : List.of("Autolock=perhaps", "Timeout=x", "Timeout", "LockGrace=5 s")) {
      unclear(Reason.NOT_UNDERSTOOD, lock(machine.says(own, "[Daemon]\n" + text + "\n")));
    }
  }

  @Test
  void a_desktop_that_is_not_known_is_not_guessed() {
    unclear(Reason.NOT_SUPPORTED, lock(laptop("sway.desktop")));
    assertEquals(2, seats(laptop("sway.desktop", "ubuntu.desktop", "gnome.desktop")).size());
    assertInstanceOf(
        Reading.Unknown.class,
        LinuxScreenLock.read(gnome().answers(Sessions.FOLDERS.get(1), new Answer.Denied())));
  }

  @Test
  void accounts_that_are_missing_denied_or_not_understood_are_not_nobody() {
    for (Answer answer :
        List.of(
            new Answer.Missing(),
            new Answer.Denied(),
            new Answer.Said(0, ""),
            new Answer.Said(0, PASSWD + "ann:x\n"),
            new Answer.Said(0, PASSWD + "zoe:x:many:1000::/home/zoe:/bin/sh\n"))) {
      assertInstanceOf(
          Reading.Unknown.class,
          LinuxScreenLock.read(gnome().answers(Accounts.PASSWD, answer)),
          answer.toString());
    }
  }

  @Test
  void people_whose_accounts_are_elsewhere_are_not_forgotten() {
    var machine = gnome().says(Accounts.HOMES, "ann\nzoe");
    assertEquals(1, seats(machine).size(), "the files are all there is");
    machine.says(Accounts.NSSWITCH, "passwd: files systemd\n");
    assertEquals(1, seats(machine).size(), "a folder that was left behind");
    machine.says(Accounts.NSSWITCH, "passwd:  files [SUCCESS=continue] sss systemd # AD\n");
    assertEquals(2, seats(machine).size());
    unclear(Reason.NOT_SUPPORTED, seats(machine).get(1).lock());
    machine.says(Accounts.HOMES, "ann");
    assertEquals(1, seats(machine).size(), "nobody of the directory has a home here");
    machine.says(Accounts.PASSWD, PASSWD + "+::::::\n");
    assertEquals(2, seats(machine).size());
    var homed = gnome().says(Accounts.HOMES, "ann\nzoe.homedir");
    assertEquals(2, seats(homed).size());
  }

  @Test
  void an_account_without_a_home_is_no_person_and_an_odd_home_no_path() {
    var gone = gnome().says(Accounts.HOMES, "lost+found");
    assertInstanceOf(
        ScreenLock.NoDesktop.class,
        ((Reading.Known<ScreenLock>) LinuxScreenLock.read(gone)).value());
    var odd = gnome().says(Accounts.PASSWD, "eve:x:1001:1001::/home/../etc:/bin/sh\n");
    unclear(Reason.NOT_SUPPORTED, lock(odd));
  }

  @Test
  void garbled_accounts_and_settings_never_throw() {
    int tried =
        Garbled.eachAnswer(
            PASSWD, answer -> LinuxScreenLock.read(gnome().answers(Accounts.PASSWD, answer)));
    tried +=
        Garbled.eachAnswer(
            DEFAULTS, answer -> LinuxScreenLock.read(gnome().answers(SCHEMAS, answer)));
    tried +=
        Garbled.eachAnswer(
            "[Daemon]\nAutolock=true\nTimeout=5\n",
            answer ->
                LinuxScreenLock.read(
                    laptop("plasma.desktop").answers(PlasmaLock.own(ANN), answer)));
    tried +=
        Garbled.eachAnswer(
            "user-db:user\nsystem-db:site\n",
            answer -> LinuxScreenLock.read(gnome().answers(PROFILE, answer)));
    assertTrue(tried > 500, "only " + tried);
    assertEquals(new ListFolder("/home").text(), Accounts.HOMES.text());
  }
}
