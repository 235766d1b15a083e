package porchlight.uplink;

import java.util.Optional;
import java.util.UUID;
import porchlight.json.ReportJson;

/** A report that the disk had no room for: it is sent at once, or lost. */
public record Unkept(Spooled report, String json) {

  byte[] packed() {
    return Spool.pack(json);
  }

  Optional<Unkept> numbered(UUID device, long sequence) {
    return ReportJson.renumbered(json, device, sequence)
        .map(text -> new Unkept(report.numbered(sequence), text));
  }
}
