package porchlight.central.demo;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Lets a fleet live through some days, hour by hour, and say so through the public intake: every
 * laptop enrols with a token, has a key of its own, and signs what it reports.
 */
public final class Demo implements AutoCloseable {
  /** Until a day before the end laptops speak twice a day, then every hour. */
  private static final List<Integer> HOURS = List.of(9, 15);

  /** Enough at a time for one commit to take many reports. */
  private static final int AT_ONCE = 24;

  private static final Duration WEEKEND = Duration.ofDays(3);

  private final Days days;
  private final List<Persona> personas;
  private final TurnedClock clock;
  private final Function<String, String> tokens;
  private final SecureRandom random = new SecureRandom();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService laptops = Executors.newFixedThreadPool(AT_ONCE);
  private final List<Talker> talkers = new ArrayList<>();
  private final Map<String, String> known = new HashMap<>();
  private String base = "";

  /**
   * A fleet of so many laptops whose last {@code days} end at {@code end}; {@code tokens} makes a
   * token to enrol with for an organisation.
   */
  public Demo(Plan plan, TurnedClock clock, Function<String, String> tokens) {
    this.clock = clock;
    this.tokens = tokens;
    days = new Days(plan.seed());
    personas = new Cast(plan.seed(), plan.start(), plan.end()).personas(plan.devices());
  }

  /** How large, until when, how long, and which of all fleets. */
  public record Plan(int devices, int days, Instant end, long seed) {
    /** When it begins. */
    public Instant start() {
      return end.minus(Duration.ofDays(days));
    }

    /** From when on laptops speak every hour. */
    public Instant lastDay() {
      return end.minus(Duration.ofHours(26));
    }
  }

  /**
   * Turns the clock to {@code until}, hour by hour, and lets every laptop speak at {@code base}.
   */
  public void live(String base, Instant until, boolean hourly, Runnable afterEachHour) {
    this.base = base;
    while (clock.instant().isBefore(until)) {
      Instant next = clock.instant().plus(Duration.ofHours(1));
      clock.turn(next.isAfter(until) ? until : next);
      int hour = clock.instant().atZone(ZoneOffset.UTC).getHour();
      hour(clock.instant(), hourly, hourly || HOURS.contains(hour));
      afterEachHour.run();
    }
  }

  private void hour(Instant now, boolean hourly, boolean speak) {
    all(personas.stream().filter(persona -> isNew(persona, now)).map(this::enrols).toList());
    all(
        talkers.stream()
            .filter(Talker::isIn)
            .map(talker -> speaks(talker, now, speak, hourly))
            .toList());
  }

  private boolean isNew(Persona persona, Instant now) {
    return !persona.enrolled().isAfter(now)
        && talkers.stream().noneMatch(talker -> talker.persona().equals(persona));
  }

  private Callable<Boolean> enrols(Persona persona) {
    Talker talker = new Talker(http, base, clock, random, persona);
    talkers.add(talker);
    String token = known.computeIfAbsent(persona.organisation(), tokens);
    return () -> {
      talker.enrol(token);
      return true;
    };
  }

  private Callable<Boolean> speaks(Talker talker, Instant now, boolean speak, boolean hourly) {
    return () -> {
      Persona persona = talker.persona();
      talker.goTo(base);
      if (speak && days.speaks(persona, now)) {
        Spot spot = days.where(persona, now);
        List<Fault> ails =
            persona.woes().stream().filter(woe -> woe.ails(now)).map(Woe::fault).toList();
        talker.report(spot, Speech.of(persona, spot, ails));
      }
      if (days.leaves(persona, now) && politely(persona, now, hourly)) {
        talker.leave("shutdown");
      }
      return true;
    };
  }

  /**
   * Who is only asked for twice a day is missed over a weekend, not over a night; and who is about
   * to be missed says nothing.
   */
  private static boolean politely(Persona persona, Instant now, boolean hourly) {
    boolean friday = now.atZone(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.FRIDAY;
    return persona
        .nextAbsence(now, now.plus(WEEKEND))
        .map(Absence::polite)
        .orElse(hourly || friday);
  }

  private void all(List<Callable<Boolean>> work) {
    try {
      for (Future<Boolean> done : laptops.invokeAll(work)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the demo was stopped", e);
    }
  }

  @Override
  public void close() {
    laptops.shutdownNow();
    http.close();
  }
}
