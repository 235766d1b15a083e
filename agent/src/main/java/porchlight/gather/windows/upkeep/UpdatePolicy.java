package porchlight.gather.windows.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * What an administrator laid down for Windows Update.
 *
 * @param server the server of updates (WSUS) that is asked in place of Microsoft's, a blank text
 *     where the policy names none; empty when Microsoft's are asked
 * @param options {@code AUOptions}
 * @param off {@code NoAutoUpdate}
 * @param blocked whether Windows Update is closed to everybody
 * @param deferredDays how long monthly updates are held back
 */
record UpdatePolicy(
    Optional<String> server,
    Optional<Long> options,
    boolean off,
    boolean blocked,
    long deferredDays) {
  static final String KEY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
  private static final String AUTOMATIC = KEY + "\\AU";

  static final ReadRegistry SERVER =
      new ReadRegistry(
          KEY,
          "WUServer",
          "DisableWindowsUpdateAccess",
          "DeferQualityUpdates",
          "DeferQualityUpdatesPeriodInDays",
          RuledPause.SWITCH,
          RuledPause.START);
  static final ReadRegistry OPTIONS =
      new ReadRegistry(AUTOMATIC, "NoAutoUpdate", "AUOptions", "UseWUServer");

  static Reading<UpdatePolicy> read(Machine machine) {
    return Registry.read(machine, SERVER)
        .flatMap(
            server -> Registry.read(machine, OPTIONS).flatMap(options -> read(server, options)));
  }

  static Reading<UpdatePolicy> read(Registry server, Registry options) {
    return options
        .number(AUTOMATIC, "UseWUServer")
        .flatMap(used ->
            server
                .text(KEY, "WUServer")
                .map(url -> isOn(used) ? Optional.of(url.orElse("")) : Optional.<String>empty()))
        .flatMap(url ->
            options
                .number(AUTOMATIC, "AUOptions")
                .flatMap(option ->
                    options
                        .number(AUTOMATIC, "NoAutoUpdate")
                        .flatMap(off ->
                            server
                                .number(KEY, "DisableWindowsUpdateAccess")
                                .flatMap(blocked ->
                                    days(server)
                                        .map(days ->
                                            new UpdatePolicy(
                                                url, option, isOn(off), isOn(blocked), days))))));
  }

  private static Reading<Long> days(Registry server) {
    return server
        .number(KEY, "DeferQualityUpdates")
        .flatMap(on ->
            server
                .number(KEY, "DeferQualityUpdatesPeriodInDays")
                .map(days -> isOn(on) ? days.orElse(0L) : 0L));
  }

  private static boolean isOn(Optional<Long> value) {
    return value.isPresent() && value.get() != 0;
  }

  /** Why what comes from the server of updates is nothing to trust, or nothing comes from there. */
  Optional<String> serverGap() {
    return server.filter(url -> !url.isBlank()).flatMap(Wsus::gap);
  }

  /** Whether a server of updates is to be asked, and none is named. */
  boolean namesNoServer() {
    return server.filter(String::isBlank).isPresent();
  }

  /** What is not offered though it is published, each in a few words. */
  List<String> holdsBack() {
    return holdsBack(server.isPresent(), deferredDays);
  }

  static List<String> holdsBack(boolean server, long deferredDays) {
    var all = new ArrayList<String>();
    if (server) {
      all.add("what the organisation's server of updates (WSUS) does not offer");
    }
    if (deferredDays > 0) {
      all.add("monthly updates younger than " + deferredDays + " days, which a policy holds back");
    }
    return all;
  }
}
