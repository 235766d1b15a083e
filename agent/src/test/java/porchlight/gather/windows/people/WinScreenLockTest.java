package porchlight.gather.windows.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.ScreenLock.Lock;
import porchlight.facts.ScreenLock.Seat;
import porchlight.gather.windows.Keys;
import porchlight.machine.Answer;

/** Whether the screens of a Windows laptop lock by themselves. */
class WinScreenLockTest extends LockingLaptop {
  @Test
  void nothing_that_locks_is_never() {
    assertEquals("user1", seats(laptop()).getFirst().person());
    assertInstanceOf(Lock.Never.class, lock(laptop()));
  }

  @Test
  void the_earliest_way_counts() {
    var told = laptop().says(Sleeping.POWER, SLEEP);
    assertEquals(after(1800), lock(told), "the slower of battery and adapter");
    assertEquals(after(600), lock(told.says(Saver.OWN, own(SAVER))));
    told.says(
        MachineLimit.INACTIVITY,
        Keys.with(MachineLimit.INACTIVITY.key(), "\"InactivityTimeoutSecs\"=dword:0000012c"));
    assertEquals(after(300), lock(told));
    told.says(
        MachineLimit.MANAGED,
        Keys.with(
            MachineLimit.MANAGED.key(),
            "\"DevicePasswordEnabled\"=dword:00000000",
            "\"MaxInactivityTimeDeviceLock\"=dword:00000004"));
    assertEquals(after(240), lock(told));
  }

  @Test
  void a_servers_limit_counts_only_with_its_rules_for_passwords() {
    String limit = "\"MaxInactivityTimeDeviceLock\"=dword:00000005";
    for (String off : List.of("", "\"DevicePasswordEnabled\"=dword:00000001")) {
      var told = laptop();
      told.says(MachineLimit.MANAGED, Keys.with(MachineLimit.MANAGED.key(), limit, off));
      assertInstanceOf(Lock.Unclear.class, lock(told), off);
      told.says(Saver.OWN, own(SAVER));
      assertEquals(
          Duration.ofMinutes(10), assertInstanceOf(Lock.AtLatest.class, lock(told)).idle(), off);
    }
    String none = limit.replace("5", "0");
    var told = laptop();
    told.says(MachineLimit.MANAGED, Keys.with(MachineLimit.MANAGED.key(), none));
    assertInstanceOf(Lock.Never.class, lock(told));
  }

  @Test
  void an_account_of_a_service_has_settings_and_no_screen() {
    String other = "[HKEY_USERS\\user2]\n" + Keys.with("HKU\\user2\\Control Panel\\Desktop");
    var told = laptop().says(Saver.OWN, own(SAVER) + other);
    assertEquals(List.of("user1"), seats(told).stream().map(Seat::person).toList());
    assertEquals(after(600), lock(told));
    told.says(AtScreens.SESSIONS, CONSOLE + "\nuser=2\nsession=3\nstate=4\nwhere=remote\n");
    assertInstanceOf(Lock.Never.class, seats(told).get(1).lock());
    told.says(AtScreens.SESSIONS, CONSOLE + "\nuser=2\nwhere=none\nself=1\n");
    assertEquals(1, seats(told).size());
  }

  @Test
  void whose_session_it_is_may_not_be_known() {
    String other = "[HKEY_USERS\\user2]\n" + Keys.with("HKU\\user2\\Control Panel\\Desktop");
    for (Answer sessions :
        List.of(
            new Answer.Said(0, CONSOLE + "\nuser=0\nsession=3\nstate=4\nwhere=console\n"),
            new Answer.Denied(),
            new Answer.Said(0, "user=1\n"))) {
      var told = laptop().says(Saver.OWN, own(SAVER) + other).says(AtScreens.SESSIONS, sessions);
      assertInstanceOf(Lock.Unclear.class, seats(told).get(1).lock());
    }
    var told = laptop().says(Saver.OWN, own(SAVER)).says(AtScreens.SESSIONS, new Answer.Denied());
    assertEquals(Duration.ofMinutes(10), assertInstanceOf(Lock.AtLatest.class, lock(told)).idle());
    told = laptop().says(Saver.OWN, own(SAVER)).says(AtScreens.SESSIONS, "");
    assertInstanceOf(Lock.Unclear.class, lock(told), "nobody is at a screen");
  }

  @Test
  void without_a_password_after_it_sleeping_locks_nothing() {
    for (String change : List.of("consoleLockAc=0", "consoleLockDc=0")) {
      String key = change.substring(0, change.indexOf('='));
      var told = laptop().says(Sleeping.POWER, SLEEP.replaceAll(key + "=1", change));
      assertInstanceOf(Lock.Never.class, lock(told));
    }
    var told = laptop().says(Sleeping.POWER, SLEEP);
    told.says(Saver.OWN, own("\"DelayLockInterval\"=dword:ffffffff"));
    assertInstanceOf(Lock.Never.class, lock(told));
    told.says(Saver.OWN, own("\"DelayLockInterval\"=dword:0000003c"));
    assertEquals(after(1860), lock(told));
  }

  @Test
  void what_cannot_sleep_does_not_lock_so() {
    var told = laptop().says(Sleeping.POWER, SLEEP.replace("aoAc=1", "aoAc=0"));
    assertInstanceOf(Lock.Never.class, lock(told));
    assertInstanceOf(
        Lock.Unclear.class, lock(told.says(Sleeping.POWER, SLEEP.replace("aoAc=1\n", ""))));
  }

  @Test
  void what_hibernates_locks_so_where_it_can() {
    String able = "s4=1\nhiberFile=1\nhiberFileType=2\n";
    String off = "hibernateAc=1200\nhibernateDc=600\n";
    String awake = NEVER.replace("aoAc=1", "aoAc=0");
    assertEquals(after(1200), lock(laptop().says(Sleeping.POWER, awake + able + off)));
    String asleep = SLEEP.replace("s3=0", "s3=1").replace("aoAc=1", "aoAc=0");
    assertEquals(after(1800), lock(laptop().says(Sleeping.POWER, asleep + able + off)));
    var modern = laptop().says(Sleeping.POWER, NEVER + able + off);
    assertInstanceOf(Lock.Never.class, lock(modern));
    for (String unable :
        List.of(
            able.replace("s4=1", "s4=0"),
            able.replace("hiberFile=1", "hiberFile=0"),
            able.replace("Type=2", "Type=1"),
            "")) {
      var told = laptop().says(Sleeping.POWER, awake + unable + off);
      assertInstanceOf(Lock.Never.class, lock(told), unable);
    }
    String half = awake + able + off.replace("hibernateDc=600", "hibernateDc=0");
    assertInstanceOf(Lock.Never.class, lock(laptop().says(Sleeping.POWER, half)));
    String silent = awake.replace("consoleLockAc=1", "consoleLockAc=0") + able + off;
    assertInstanceOf(Lock.Never.class, lock(laptop().says(Sleeping.POWER, silent)));
  }

  @Test
  void a_policy_has_the_password_after_sleeping_left_out() {
    var told = laptop().says(Sleeping.POWER, SLEEP);
    String key = Sleeping.POLICY.key().replace("\\*", "");
    told.says(
        Sleeping.POLICY,
        Keys.with(key)
            + Keys.with(
                key + "\\0E796BDB-100D-47D6-A2D5-F7D2DAA51F51",
                "\"DCSettingIndex\"=dword:00000000"));
    assertInstanceOf(Lock.Never.class, lock(told));
  }

  @Test
  void with_nobody_signed_in_only_the_limit_for_everybody_is_known() {
    var told = laptop().says(Saver.OWN, "[HKEY_USERS]\n").says(Saver.POLICY, "[HKEY_USERS]\n");
    assertInstanceOf(Lock.Unclear.class, lock(told));
    told.says(
        MachineLimit.INACTIVITY,
        Keys.with(MachineLimit.INACTIVITY.key(), "\"InactivityTimeoutSecs\"=dword:0000012c"));
    assertEquals(Duration.ofMinutes(5), assertInstanceOf(Lock.AtLatest.class, lock(told)).idle());
  }

  @Test
  void beside_a_way_that_was_not_seen_a_known_one_is_the_latest() {
    for (var unseen : List.of(MachineLimit.MANAGED, Saver.POLICY, Saver.LATER, Sleeping.POWER)) {
      var told =
          laptop()
              .says(Saver.OWN, own(SAVER))
              .says(unseen, new Answer.TimedOut())
              .says(
                  MachineLimit.INACTIVITY,
                  Keys.with(
                      MachineLimit.INACTIVITY.key(), "\"InactivityTimeoutSecs\"=dword:000004b0"));
      var last = assertInstanceOf(Lock.AtLatest.class, lock(told), unseen.text());
      assertEquals(Reason.TIMED_OUT, last.reason());
    }
  }

  @Test
  void where_locking_is_forbidden_no_time_is_believed() {
    String rule = "\"DisableLockWorkstation\"=dword:0000000";
    var told = laptop().says(Saver.OWN, own(SAVER));
    assertEquals(after(600), lock(told.says(Forbidden.PEOPLES, forbidden(rule + "0"))));
    assertInstanceOf(Lock.Unclear.class, lock(told.says(Forbidden.PEOPLES, forbidden(rule + "1"))));
    told.says(Forbidden.PEOPLES, forbidden());
    told.says(MachineLimit.INACTIVITY, Keys.with(MachineLimit.INACTIVITY.key(), rule + "1"));
    assertInstanceOf(Lock.Unclear.class, lock(told));
    told.says(Forbidden.PEOPLES, new Answer.Denied());
    assertInstanceOf(Lock.Unclear.class, lock(told));
  }

  @Test
  void what_is_missing_or_denied_leaves_never_unsaid() {
    for (var question : WinScreenLock.QUESTIONS) {
      if (question.equals(Saver.LATER)) {
        continue; // it makes only later what locks
      }
      for (Answer answer :
          List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "x"))) {
        assertInstanceOf(
            Lock.Unclear.class, lock(laptop().says(question, answer)), question.text());
      }
    }
  }
}
