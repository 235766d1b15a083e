package porchlight.gather.windows.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/** What a management server (MDM) laid down for Windows Update. */
final class ManagedUpdates {
  private static final String KEY =
      "HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";
  private static final String DAYS = "DeferQualityUpdatesPeriodInDays";
  private static final String WSUS = "UpdateServiceUrl";

  static final ReadRegistry RULES =
      new ReadRegistry(KEY, DAYS, RuledPause.SWITCH, RuledPause.START, WSUS);

  private ManagedUpdates() {}

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
