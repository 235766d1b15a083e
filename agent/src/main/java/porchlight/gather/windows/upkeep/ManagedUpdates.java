package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** What a management server (MDM) laid down for Windows Update. */
final class ManagedUpdates {
  static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";
  private static final String DAYS = "DeferQualityUpdatesPeriodInDays";
  private static final String AUTOMATIC = "AllowAutoUpdate";
  private static final String WSUS = "UpdateServiceUrl";

  static final ReadRegistry RULES =
      new ReadRegistry(KEY, DAYS, RuledPause.SWITCH, RuledPause.START, WSUS, AUTOMATIC);

  private static final long AS_IT_COMES = 2;

  private ManagedUpdates() {}

  /** Why updates do not come by themselves; nothing where they do, or nobody laid it down. */
  static Reading<Optional<String>> gap(Machine machine) {
    return Registry.read(machine, RULES)
        .flatMap(registry ->
            registry
                .number(KEY, AUTOMATIC)
                .flatMap(option -> gap(option.orElse(AS_IT_COMES)))
                .flatMap(gap ->
                    registry
                        .text(KEY, WSUS)
                        .map(url ->
                            gap.or(
                                () -> url.filter(ManagedUpdates::isAddress).flatMap(Wsus::gap)))));
  }

  /** Where nothing is laid down a word stands there, or nothing. */
  private static boolean isAddress(String url) {
    return url.contains("://");
  }

  private static Reading<Optional<String>> gap(long option) {
    return switch ((int) Math.min(option, Integer.MAX_VALUE)) {
      case 0 -> Reading.known(Optional.of("somebody has to agree before updates are fetched"));
      case 5 -> Reading.known(Optional.of("a management server turns automatic updates off"));
      case 1, 2, 3, 4, 6 -> Reading.known(Optional.empty());
      default -> Answers.notUnderstood(RULES, AUTOMATIC + " " + option);
    };
  }

  /** What is not offered though it is published, at that time. */
  static Reading<List<String>> holdsBack(Machine machine, Instant at) {
    return Registry.read(machine, RULES)
        .flatMap(registry ->
            registry
                .number(KEY, DAYS)
                .flatMap(days ->
                    registry
                        .text(KEY, WSUS)
                        .map(url -> url.filter(text -> !text.isBlank()).isPresent())
                        .flatMap(server ->
                            RuledPause.isRuled(registry, KEY, at)
                                .map(paused -> {
                                  var all = new ArrayList<>(RuledPause.words(paused));
                                  all.addAll(UpdatePolicy.holdsBack(server, days.orElse(0L)));
                                  return all;
                                }))));
  }
}
