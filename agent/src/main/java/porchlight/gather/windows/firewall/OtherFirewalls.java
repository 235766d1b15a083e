package porchlight.gather.windows.firewall;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.WindowsVersion;
import porchlight.gather.windows.security.Programs;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.SecurityCenter.Product;
import porchlight.gather.windows.security.SecurityCenter.State;
import porchlight.gather.windows.security.SecurityHealth;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Firewalls of other makers: one that is on may stand in for that of Windows, whose own switches
 * then say nothing.
 *
 * @param listed those that the security centre lists; none on a server, which has no such list
 */
record OtherFirewalls(Machine machine, Reading<List<Product>> listed, boolean server) {
  static final List<Question> QUESTIONS =
      List.of(SecurityCenter.FIREWALLS, SecurityCenter.ANTIVIRUS, SecurityHealth.HEALTH);

  static OtherFirewalls of(Machine machine) {
    Reading<List<Product>> listed = SecurityCenter.read(machine, SecurityCenter.FIREWALLS);
    boolean server =
        listed instanceof Unknown<List<Product>>(var reason, var detail)
            && reason == Reason.TOOL_MISSING
            && WindowsVersion.read(machine) instanceof Known<WindowsVersion>(var version)
            && version.server();
    return new OtherFirewalls(machine, server ? Reading.known(List.of()) : listed, server);
  }

  /** The name of one that is on, beside that of Windows. */
  Reading<Optional<String>> on() {
    return isEmpty() ? noneIfFilled() : listed.map(this::on).or(this::none);
  }

  private boolean isEmpty() {
    return !server && listed.equals(Reading.known(List.<Product>of()));
  }

  /** The same while that of Windows is off, where an empty list is not enough. */
  Reading<Optional<String>> whenOff() {
    return isEmpty() ? none() : on();
  }

  /** What was taken off leaves its entry behind. */
  private Optional<String> on(List<Product> products) {
    return products.stream()
        .filter(one -> one.state() == State.ON)
        .filter(one -> !Programs.isThere(machine, one.path()).equals(Reading.known(false)))
        .map(Product::name)
        .findFirst();
  }

  /** That there is none: of none, Windows' own included, is it said that it guards. */
  private Reading<Optional<String>> none() {
    return SecurityHealth.isGuarded(machine, SecurityHealth.FIREWALL)
        .flatMap(guarded ->
            guarded
                ? Reading.unknown(Reason.NOT_SUPPORTED, "some firewall is on")
                : noneIfFilled());
  }

  /**
   * Soon after a start the centre has no list yet and calls everything bad, so it must know of an
   * antivirus, which every laptop has.
   */
  private Reading<Optional<String>> noneIfFilled() {
    return SecurityCenter.read(machine, SecurityCenter.ANTIVIRUS)
        .flatMap(antivirus ->
            antivirus.isEmpty()
                ? Answers.notUnderstood(
                    SecurityCenter.ANTIVIRUS, "the security centre knows nothing yet")
                : Reading.known(Optional.empty()));
  }
}
