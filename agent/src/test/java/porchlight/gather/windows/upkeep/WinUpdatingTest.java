package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.Updating;
import porchlight.gather.Readings;
import porchlight.gather.linux.Garbled;
import porchlight.gather.windows.WinCaptures;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** Whether updates of Windows install themselves. */
class WinUpdatingTest extends UpdatedLaptop {
  private static final String POLICY =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";

  private static Updating updating(WinLaptop laptop) {
    return Readings.known(WinUpdating.read(laptop));
  }

  private static int gaps(WinLaptop laptop) {
    return updating(laptop).gaps().size();
  }

  private static WinLaptop level(WinLaptop laptop, String level) {
    return laptop.says(WinUpdates.UPDATES, "updates=\nlevel=" + level + "\n");
  }

  private static WinLaptop managed(int option) {
    return laptop().registry(ManagedUpdates.RULES, "\"AllowAutoUpdate\"=dword:0000000" + option);
  }

  private static WinLaptop used(String... server) {
    return laptop()
        .registry(UpdatePolicy.SERVER, server)
        .registry(
            UpdatePolicy.OPTIONS, "\"UseWUServer\"=dword:00000001", "\"AUOptions\"=dword:00000004");
  }

  private static WinLaptop managed(String url) {
    return laptop().registry(ManagedUpdates.RULES, "\"UpdateServiceUrl\"=\"" + url + "\"");
  }

  @Test
  void a_client_that_nobody_touched_updates_itself_and_a_server_does_not_say() {
    assertEquals(new Updating("Windows Update", List.of()), updating(laptop()));
    assertEquals(Reason.NOT_SUPPORTED, Readings.why(WinUpdating.read(laptop("Server"))));
    assertEquals(0, gaps(level(laptop("Server"), "4")));
  }

  @Test
  void each_level_of_windows_update_has_its_meaning() {
    assertEquals(1, gaps(level(laptop(), "1")));
    assertEquals(1, gaps(level(laptop(), "2")));
    assertEquals(1, gaps(level(laptop(), "3")));
    assertEquals(0, gaps(level(laptop(), "4")));
    assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(WinUpdating.read(level(laptop(), "5"))));
  }

  @Test
  void a_policy_that_turns_updates_off_needs_no_level() {
    var late = laptop().answers(WinUpdates.UPDATES, new Answer.TimedOut());
    assertEquals(Reason.TIMED_OUT, Readings.why(WinUpdating.read(late)));
    assertEquals(1, gaps(late.registry(UpdatePolicy.OPTIONS, "\"NoAutoUpdate\"=dword:00000001")));
  }

  @Test
  void each_option_of_a_policy_has_its_meaning() {
    int[] gaps = {-1, 1, 1, 1, 0, 0, -1, 1, -1};
    for (int option = 0; option < gaps.length; option++) {
      var read =
          WinUpdating.read(
              laptop().registry(UpdatePolicy.OPTIONS, "\"AUOptions\"=dword:0000000" + option));
      if (gaps[option] < 0) {
        assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(read));
      } else {
        assertEquals(gaps[option], Readings.known(read).gaps().size(), "option " + option);
      }
    }
    assertEquals(
        1, gaps(laptop().registry(UpdatePolicy.OPTIONS, "\"NoAutoUpdate\"=dword:00000001")));
  }

  @Test
  void a_service_that_is_disabled_installs_nothing() {
    assertEquals(1, gaps(laptop().says(WinUpdating.SERVICE, service("4", "2"))));
    assertEquals(1, gaps(laptop().says(WinUpdating.SERVICE, service("3", "4"))));
    assertEquals(1, gaps(laptop().says(WinUpdating.SERVICE, service("4", "4"))));
    for (String odd :
        List.of(
            "service=wuauserv\nstate=absent\n",
            "service=wuauserv\nstate=1\nstart=3\n",
            service("denied", "2"),
            service("3", "denied"),
            service("3", "2").replace("wuauserv", "x"),
            service("3", "2").replace("UsoSvc", "x"),
            "",
            "service=x\nstart=2\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(WinUpdating.read(laptop().says(WinUpdating.SERVICE, odd))));
    }
  }

  @Test
  void without_the_service_that_starts_them_nobody_knows_whether_updates_come() {
    String removed = service("3", "").replace("state=4\nstart=\n", "state=absent\n");
    WinLaptop laptop = laptop().says(WinUpdating.SERVICE, removed);
    assertEquals(Reason.NOT_SUPPORTED, Readings.why(WinUpdating.read(laptop)));
    assertEquals(1, gaps(level(laptop, "1")), "what is known to be wrong is told");
  }

  @Test
  void a_real_server_of_updates_over_plain_http_is_a_gap_when_it_is_used() {
    String real = WinCaptures.text("windows-update/reg-wsus-http-notify.txt");
    // The beginning was cut off; a key without values ends it.
    String export = WinCaptures.export(POLICY, real.substring(0, real.indexOf("HKEY_")));
    var laptop = laptop().says(UpdatePolicy.SERVER, export);
    assertEquals(0, gaps(laptop));
    laptop.registry(UpdatePolicy.OPTIONS, "\"UseWUServer\"=dword:00000001");
    assertTrue(updating(laptop).gaps().getFirst().contains("plain http"));
  }

  @Test
  void a_real_server_of_updates_over_https_with_a_schedule_is_no_gap() {
    String real = WinCaptures.text("windows-update/reg-wsus-https-auoptions4.txt");
    String export = WinCaptures.export("", real);
    int options = export.indexOf("[HKEY", 5);
    var laptop =
        laptop()
            .says(UpdatePolicy.SERVER, export.substring(0, options))
            .says(UpdatePolicy.OPTIONS, export.substring(options));
    assertEquals(0, gaps(laptop));
    assertEquals(
        "https://wsus.logging.htb:8531",
        Readings.known(UpdatePolicy.read(laptop)).server().orElseThrow());
  }

  @Test
  void a_real_policy_that_waits_for_somebody_to_install_is_a_gap_and_its_subkey_no_value() {
    String real = WinCaptures.text("windows-update/reg-wsus-au-auoptions3.txt");
    assertTrue(real.contains("\\AU\\NoAutoUpdate"));
    var laptop = laptop().says(UpdatePolicy.OPTIONS, WinCaptures.export("", real));
    assertEquals(List.of("somebody has to install what is fetched"), updating(laptop).gaps());
  }

  @Test
  void a_management_server_turns_them_off_too() {
    for (int option : new int[] {1, 2, 3, 4, 6}) {
      assertEquals(0, gaps(managed(option)), "" + option);
    }
    assertEquals(1, gaps(managed(0)));
    assertEquals(
        List.of("a management server turns automatic updates off"), updating(managed(5)).gaps());
    assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(WinUpdating.read(managed(7))));
  }

  @Test
  void what_is_put_off_says_until_when_and_a_time_that_is_none_is_not_understood() {
    var laptop =
        laptop().registry(Pause.CHOSEN, "\"PauseUpdatesExpiryTime\"=\"2026-12-01T09:00:00Z\"");
    assertEquals(
        Optional.of(Instant.parse("2026-12-01T09:00:00Z")), updating(laptop).pausedUntil());
    laptop.registry(Pause.CHOSEN, "\"PauseUpdatesExpiryTime\"=\"bald\"");
    assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(WinUpdating.read(laptop)));
  }

  @Test
  void what_a_policy_puts_off_says_until_when() {
    Instant end = Instant.parse("2026-12-21T00:00:00Z");
    for (ReadRegistry question : List.of(UpdatePolicy.SERVER, ManagedUpdates.RULES)) {
      String on = "\"PauseQualityUpdates\"=dword:00000001";
      String start = "\"PauseQualityUpdatesStartTime\"=\"2026-11-15\"";
      assertEquals(
          Optional.of(end), updating(laptop().registry(question, on, start)).pausedUntil());
      assertEquals(Optional.of(end), updating(laptop().registry(question, start)).pausedUntil());
      var later =
          laptop()
              .registry(question, on, start)
              .registry(Pause.CHOSEN, "\"PauseUpdatesExpiryTime\"=\"2026-11-20T09:00:00Z\"");
      assertEquals(Optional.of(end), updating(later).pausedUntil(), "the one that lasts longer");
      String back = on.replace("01", "00");
      assertEquals(Optional.empty(), updating(laptop().registry(question, back)).pausedUntil());
      assertEquals(
          Optional.empty(), updating(laptop().registry(question, back, start)).pausedUntil());
      assertEquals(
          Reason.NOT_SUPPORTED,
          Readings.why(WinUpdating.read(laptop().registry(question, on))),
          "since when?");
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(
              WinUpdating.read(
                  laptop().registry(question, on, start.replace("2026-11-15", "bald")))));
    }
  }

  @Test
  void a_server_of_updates_that_is_none_gives_no_updates() {
    for (String itself :
        List.of(
            "https://localhost",
            "http://LOCALHOST:8530",
            " https://127.0.0.1/x",
            "https://127.1:8531",
            "https://0.0.0.0",
            "https://[::1]:8531")) {
      List<String> gaps = updating(used("\"WUServer\"=\"" + itself + "\"")).gaps();
      assertEquals(1, gaps.size(), itself);
      assertTrue(gaps.getFirst().contains("this very machine"), itself);
    }
    for (String server : List.of("https://localhost.corp.example", "https://127.example:8531")) {
      assertEquals(0, gaps(used("\"WUServer\"=\"" + server + "\"")), server);
    }
    assertEquals(1, gaps(used("\"WUServer\"=\"wsus.corp.example\"")), "no address");
    assertEquals(Reason.NOT_SUPPORTED, Readings.why(WinUpdating.read(used())));
    assertEquals(Reason.NOT_SUPPORTED, Readings.why(WinUpdating.read(used("\"WUServer\"=\" \""))));
  }

  @Test
  void a_management_server_may_name_a_server_of_updates_that_anybody_can_answer_for() {
    assertEquals(1, gaps(managed("http://wsus.corp.example:8530")));
    assertEquals(1, gaps(managed("https://localhost")));
    for (String sound : List.of("https://wsus.corp.example:8531", "", "CorpWSUS")) {
      assertEquals(0, gaps(managed(sound)), sound);
    }
  }

  @Test
  void every_source_is_needed_before_it_is_said_that_updates_install_themselves() {
    for (Question question :
        List.of(
            UpdatePolicy.SERVER,
            UpdatePolicy.OPTIONS,
            Pause.CHOSEN,
            ManagedUpdates.RULES,
            WinUpdating.SERVICE,
            WinUpdates.UPDATES)) {
      for (Answer answer :
          List.of(new Answer.Missing(), new Answer.Denied(), new Answer.TimedOut())) {
        Readings.why(WinUpdating.read(laptop().answers(question, answer)));
      }
      Garbled.eachAnswer(
          "[HKEY_LOCAL_MACHINE\\SOFTWARE]\n",
          answer -> WinUpdating.read(laptop().answers(question, answer)));
    }
  }
}
