package porchlight.central;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Standing;
import porchlight.central.people.Viewer;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/** The commands about devices. */
record Devices(Options options, PrintStream out, Instant now) {
  LedgerWork list() {
    Optional<String> organisation = options.value("--organisation");
    return ledger -> {
      ledger.seenBy(Viewer.operator()).devices(Optional.empty(), "", Integer.MAX_VALUE).stream()
          .filter(device ->
              organisation.isEmpty() || organisation.get().equals(device.organisation().name()))
          .sorted(
              Comparator.comparing((Device device) -> device.organisation().name())
                  .thenComparing(device -> device.name().orElse(""))
                  .thenComparing(Device::id))
          .forEach(this::print);
      return 0;
    };
  }

  private void print(Device device) {
    out.printf(
        "%s  %-8s %-17s  %s  %s%n",
        device.id(),
        Word.of(device.standing()),
        device.lastReport().map(Devices::minute).orElse("never reported"),
        Calm.text(device.organisation().name()),
        Calm.text(device.name().orElse("–")));
  }

  LedgerWork approve() throws Options.Usage {
    String device = options.needed("--device");
    return ledger ->
        ledger.approve(device, now) ? 0 : Main.complain("no device " + device + " waits", 1);
  }

  LedgerWork stand(Standing standing) throws Options.Usage {
    String device = options.needed("--device");
    return ledger -> ledger.stand(device, standing) ? 0 : Main.complain("no device " + device, 1);
  }

  LedgerWork revoke() throws Options.Usage {
    String device = options.needed("--device");
    return ledger -> {
      OptionalInt came = ledger.revoke(device);
      if (came.isEmpty()) {
        return Main.complain("no device " + device, 1);
      }
      if (came.getAsInt() > 0) {
        out.println("and " + came.getAsInt() + " that came of its disk");
      }
      return 0;
    };
  }

  LedgerWork rotate() throws Options.Usage {
    String device = options.needed("--device");
    return ledger ->
        ledger.rotate(device) ? 0 : Main.complain("no device " + device + " reports", 1);
  }

  LedgerWork merge() throws Options.Usage {
    String older = options.needed("--old");
    String newer = options.needed("--new");
    return ledger ->
        ledger.merge(older, newer)
            ? 0
            : Main.complain(
                older + " and " + newer + " are not two devices of one organisation", 1);
  }

  static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
