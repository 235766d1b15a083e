package porchlight.central.views;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import porchlight.central.ledger.Device;
import porchlight.central.ledger.Kin;
import porchlight.central.ledger.Standing;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.PolicyRefused;

/** What is worth knowing about a device besides its findings. */
final class Notes {
  /** A clock this far off is worth a sentence. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  /** Copies of one disk that are named. */
  private static final int MOST_NAMED = 5;

  private final List<Note> notes = new ArrayList<>();

  private Notes() {}

  static List<Note> of(Device device, Kin kin, Optional<Content> content, Instant now) {
    Notes notes = new Notes();
    notes.standing(device, now);
    notes.kin(device, kin);
    content.flatMap(Content::policyRefused).ifPresent(notes::refused);
    notes.clock(device.delivery().skewSeconds());
    return List.copyOf(notes.notes);
  }

  private void standing(Device device, Instant now) {
    if (device.standing() == Standing.PENDING) {
      notes.add(
          Note.of("It asks to be let in, and waits for a person.")
              .typing(command("approve --device " + device.id())));
    }
    device
        .goodbye()
        .ifPresent(goodbye ->
            notes.add(
                Note.of(
                    switch (goodbye.reason()) {
                          case UNINSTALLED -> "Its agent was uninstalled, ";
                          case SHUTDOWN -> "It said that it was shutting down, ";
                        }
                        + Moment.of(goodbye.at(), now).ago()
                        + ".")));
    if (device.rotating()) {
      notes.add(Note.of("It was asked for another key and has not changed it yet."));
    }
  }

  private void kin(Device device, Kin kin) {
    kin.looksLike()
        .ifPresent(other ->
            notes.add(
                about("Looks like ", other, " before a re-install. If it is:")
                    .typing(command("merge --old " + other.id() + " --new " + device.id()))));
    kin.mergedInto().ifPresent(other -> notes.add(about("Goes on as ", other, ".")));
    for (Kin.Relative other : kin.mergedFrom()) {
      notes.add(about("Its history before a re-install is ", other, "’s."));
    }
    kin.clonedFrom()
        .ifPresent(other ->
            notes.add(about("Its disk is a copy: it reported under the key of ", other, ".")));
    for (Kin.Relative other : kin.clones().stream().limit(MOST_NAMED).toList()) {
      notes.add(about("Its disk was copied: ", other, " reported under its key."));
    }
    int more = kin.clones().size() - MOST_NAMED;
    if (more > 0) {
      notes.add(Note.of("Its disk was copied " + more + " more times."));
    }
  }

  private void refused(PolicyRefused refused) {
    notes.add(
        Note.of(
            "It keeps revision "
                + refused.revision()
                + " of the policy out: "
                + Calm.text(refused.why())));
  }

  private void clock(OptionalLong skewSeconds) {
    long skew = skewSeconds.orElse(0);
    if (Math.abs(skew) > MOST_SKEW.toSeconds()) {
      notes.add(Note.of("Its clock is " + Delivered.skew(skew) + "."));
    }
  }

  private static Note about(String before, Kin.Relative other, String after) {
    String name = Calm.text(other.name().orElse("")).strip();
    String label = name.isEmpty() ? "device " + other.id().substring(0, 8) : name;
    return new Note(before, Optional.of(new Note.Link("/devices/" + other.id(), label)), after, "");
  }

  private static String command(String what) {
    return "java -jar central.jar device " + what;
  }
}
