package porchlight.central.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

final class Cast {
  private static final List<String> CLIENTS =
      List.of(
          "Acme Dental",
          "Bright & Sons Joinery",
          "Cedar Legal",
          "Delta Logistics",
          "Elm Street Schools");

  /** How many in a hundred laptops each client has. */
  private static final List<Integer> SHARES = List.of(24, 15, 28, 20, 13);

  private static final List<Habit> HABITS = List.of(Habit.values());

  private static final List<Maker> MAKERS =
      List.of(
          new Maker("ThinkPad T14", "windows", "Windows 11 Pro", "25H2", "x86_64"),
          new Maker("Latitude 5450", "windows", "Windows 11 Pro", "24H2", "x86_64"),
          new Maker("EliteBook 840", "windows", "Windows 11 Enterprise", "25H2", "x86_64"),
          new Maker("MacBook Air", "macos", "macOS", "26.1", "aarch64"),
          new Maker("MacBook Pro", "macos", "macOS", "15.7", "aarch64"),
          new Maker("ThinkPad X1", "linux", "Debian GNU/Linux", "13", "x86_64"),
          new Maker("Framework 13", "linux", "Ubuntu", "24.04", "x86_64"));

  private static final Maker OLD =
      new Maker("Latitude 7490", "windows", "Windows 10 Pro", "22H2", "x86_64");

  private final SplittableRandom random;
  private final Instant start;
  private final Instant end;

  Cast(long seed, Instant start, Instant end) {
    this.random = new SplittableRandom(seed);
    this.start = start;
    this.end = end;
  }

  static List<String> clients() {
    return CLIENTS;
  }

  /** So many laptops. */
  List<Persona> personas(int devices) {
    List<Persona> personas = new ArrayList<>();
    int client = 0;
    int upTo = SHARES.getFirst();
    for (int i = 0; i < devices; i++) {
      while (i * 100 / devices >= upTo && client < CLIENTS.size() - 1) {
        client++;
        upTo += SHARES.get(client);
      }
      personas.add(persona(i, CLIENTS.get(client)));
    }
    return personas;
  }

  private Persona persona(int number, String client) {
    Maker maker = chance(3) ? OLD : MAKERS.get(random.nextInt(MAKERS.size()));
    Instant enrolled =
        chance(80) ? start.plus(Duration.ofHours(random.nextInt(9))) : between(start, hoursAgo(30));
    int household = chance(12) && number > 0 ? number - 1 : number;
    Habit habit = HABITS.get(random.nextInt(HABITS.size()));
    Script script = Script.of(number, end);
    List<Woe> woes = new ArrayList<>(script.woes());
    ails(woes, maker, client, enrolled);
    List<Absence> absences = new ArrayList<>(script.absences());
    if (chance(10) && script.absences().isEmpty()) {
      Instant from = between(start.plus(Duration.ofDays(3)), hoursAgo(96));
      absences.add(new Absence(from, from.plus(Duration.ofDays(1 + random.nextInt(3))), false));
    }
    return new Persona(
        number,
        client,
        "LT-%04d".formatted(1000 + number * 7),
        maker,
        habit,
        Spot.home(client + household),
        Spot.office(client),
        chance(70),
        chance(12),
        script.enrolled().orElse(enrolled),
        woes,
        absences,
        script.stays(),
        script.reports());
  }

  private void ails(List<Woe> woes, Maker maker, String client, Instant enrolled) {
    if (maker.equals(OLD)) {
      woes.add(new Woe(Fault.OUT_OF_SUPPORT, enrolled, end.plus(Duration.ofDays(365))));
    }
    lasting(woes, 3, Fault.DISK_OPEN, enrolled);
    lasting(woes, 7, Fault.NO_LOCK, enrolled);
    lasting(woes, 5, Fault.JOINS_OPEN, enrolled);
    lasting(woes, 4, Fault.REMOTE_TOOL, enrolled);
    lasting(woes, maker.family().equals("linux") ? 20 : 0, Fault.NO_RIGHTS, enrolled);
    lasting(woes, maker.family().equals("linux") ? 8 : 0, Fault.FIREWALL_UNREAD, enrolled);
    lasting(woes, maker.family().equals("macos") ? 12 : 0, Fault.NO_CONSENT, enrolled);
    if (client.equals("Delta Logistics") && chance(45)) {
      woes.add(forever(Fault.NO_AUTO_UPDATES, between(daysAgo(12), daysAgo(5))));
    }
    boolean careless = client.equals("Delta Logistics");
    for (int day = 0; day < 30; day++) {
      if (random.nextInt(1000) < (careless && day > 15 ? 70 : 22)) {
        Instant from = start.plus(Duration.ofDays(day)).plus(Duration.ofHours(random.nextInt(24)));
        Fault fault = chance(75) ? Fault.PATCHES : Fault.ANTIVIRUS_OLD;
        woes.add(new Woe(fault, from, from.plus(Duration.ofDays(2 + random.nextInt(6)))));
      }
    }
  }

  /** With so many in a hundred; a third of them are helped within the time that the demo shows. */
  private void lasting(List<Woe> woes, int percent, Fault fault, Instant enrolled) {
    if (chance(percent)) {
      woes.add(
          chance(35)
              ? new Woe(fault, enrolled, between(daysAgo(24), daysAgo(2)))
              : forever(fault, chance(60) ? enrolled : between(daysAgo(28), daysAgo(2))));
    }
  }

  private Woe forever(Fault fault, Instant from) {
    return new Woe(fault, from, end.plus(Duration.ofDays(365)));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Instant between(Instant from, Instant to) {
    long seconds = Math.max(1, Duration.between(from, to).toSeconds());
    return from.plusSeconds(random.nextLong(seconds));
  }

  private Instant daysAgo(int days) {
    return end.minus(Duration.ofDays(days));
  }

  private Instant hoursAgo(int hours) {
    return end.minus(Duration.ofHours(hours));
  }
}
