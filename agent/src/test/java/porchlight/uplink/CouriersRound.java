package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Progress;
import porchlight.json.Replies.Receipt;
import porchlight.json.Samples;
import porchlight.uplink.Courier.End;

/** A courier with reports to deliver, and a central that answers as a test has it. */
abstract class CouriersRound {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Courier.Load LOAD = new Courier.Load(Duration.ofSeconds(45), 4 << 20, 100);
  final Fixed clock = new Fixed(NOON);
  final List<String> troubles = new ArrayList<>();
  final List<UUID> sent = new ArrayList<>();
  final Map<UUID, Delivery> answers = new HashMap<>();
  Progress progress = Progress.NONE.of(Samples.DEVICE);
  Progress kept = progress;
  boolean held;
  @TempDir Path folder;

  final Notes notes =
      new Notes() {
        @Override
        public Progress progress() {
          return progress;
        }

        @Override
        public void note(Progress now) {
          progress = now;
        }

        @Override
        public void keep(Progress now) {
          progress = now;
          kept = now;
        }

        @Override
        public void trouble(String line) {
          troubles.add(line);
        }
      };

  Spool spool() throws IOException {
    return new Spool(new StateFolder(folder), Spool.Bounds.USUAL, troubles::add);
  }

  static UUID id(long sequence) {
    return Samples.report(sequence, Samples.cafe()).id();
  }

  static Spooled report(long sequence) {
    return new Spooled(sequence, NOON, Spooled.Kind.FULL, id(sequence));
  }

  void spooled(long... sequences) throws IOException {
    for (long sequence : sequences) {
      spool().add(report(sequence), Samples.full(sequence));
    }
  }

  List<Long> waiting() throws IOException {
    return spool().newestFirst().stream().map(Spooled::sequence).toList();
  }

  static Receipt receipt(UUID id, boolean stored, boolean fullWanted) {
    return new Receipt(id, stored, fullWanted, 600, false, 0, Optional.empty());
  }

  End deliver() throws IOException {
    return deliver(Optional.empty());
  }

  End deliver(Optional<Unkept> unkept) throws IOException {
    return deliver(
        (id, packed, waiting) -> {
          sent.add(id);
          var answer = Optional.ofNullable(answers.remove(id));
          return answer.orElse(new Delivery.Accepted(receipt(id, true, false)));
        },
        unkept);
  }

  End deliver(Uplink uplink, Optional<Unkept> unkept) throws IOException {
    return deliver(uplink, unkept, LOAD);
  }

  End deliver(Uplink uplink, Optional<Unkept> unkept, Courier.Load load) throws IOException {
    var numbers = new Sequence(folder.resolve("sequence"), Samples.DEVICE);
    var courier = new Courier(spool(), numbers, uplink, clock.outside(), notes);
    End end = courier.deliver(new Courier.Trip(NOON, load, true), unkept);
    held = courier.holds();
    return end;
  }
}
