package porchlight.gather.windows.security;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.windows.Wmi;
import porchlight.gather.windows.Wmi.Instance;
import porchlight.machine.Answer;
import porchlight.machine.ReadWmi;

/** What Microsoft Defender says of itself; servers have it, too. */
final class DefenderStatus {
  static final String NAME = "Microsoft Defender";
  static final ReadWmi STATUS =
      new ReadWmi(
          "ROOT\\Microsoft\\Windows\\Defender",
          "MSFT_MpComputerStatus",
          List.of(
              "AMRunningMode",
              "AMServiceEnabled",
              "AntivirusEnabled",
              "AntivirusSignatureAge",
              "AntivirusSignatureLastUpdated",
              "RealTimeProtectionEnabled"));

  private static final long NEVER = 0xffff_ffffL;

  /** As WMI writes times: {@code 20220321040616.000000+060}, minutes from UTC last. */
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)\\.\\d{6}([+-]\\d{3})");

  private DefenderStatus() {}

  static Reading<Product> read(Answer answer) {
    return Wmi.read(STATUS, answer)
        .flatMap(instances ->
            instances.size() == 1
                ? Reading.known(product(instances.getFirst()))
                : Answers.notUnderstood(STATUS, instances.size() + " instances"));
  }

  private static Product product(Instance status) {
    Reading<Boolean> on = guards(status);
    boolean never = age(status).filter(days -> days == NEVER).isPresent();
    return new Product(
        NAME,
        on,
        never
            ? Reading.unknown(Reason.NOT_UNDERSTOOD, "it never fetched any signatures")
            : made(status.text("AntivirusSignatureLastUpdated").orElse("")),
        on,
        Duration.ZERO,
        never ? Optional.of(false) : Optional.empty());
  }

  private static Optional<Long> age(Instance status) {
    return status.number("AntivirusSignatureAge") instanceof Known<Optional<Long>>(var days)
        ? days
        : Optional.empty();
  }

  /** Passive, it watches beside another one, which it does not name and which may be gone. */
  private static Reading<Boolean> guards(Instance status) {
    return switch (status.text("AMRunningMode").orElse("")) {
      case "Normal", "" -> parts(status);
      case "Not running" -> Reading.known(false);
      case "Passive Mode", "SxS Passive Mode", "EDR Block Mode" ->
          Reading.unknown(
              Reason.NOT_SUPPORTED,
              "it only watches beside another antivirus, which it does not name");
      default -> Answers.notUnderstood(STATUS, "AMRunningMode");
    };
  }

  private static Reading<Boolean> parts(Instance status) {
    boolean all = true;
    for (String part :
        List.of("AMServiceEnabled", "AntivirusEnabled", "RealTimeProtectionEnabled")) {
      Optional<Boolean> on =
          status.truth(part) instanceof Known<Optional<Boolean>>(var truth)
              ? truth
              : Optional.empty();
      if (on.isEmpty()) {
        return Answers.notUnderstood(STATUS, part);
      }
      all &= on.get();
    }
    return Reading.known(all);
  }

  private static Reading<Instant> made(String time) {
    Matcher parts = TIME.matcher(time);
    if (!parts.matches()) {
      return Answers.notUnderstood(STATUS, "AntivirusSignatureLastUpdated=" + time);
    }
    try {
      return Reading.known(
          LocalDateTime.of(
                  number(parts, 1),
                  number(parts, 2),
                  number(parts, 3),
                  number(parts, 4),
                  number(parts, 5),
                  number(parts, 6))
              .toInstant(ZoneOffset.ofTotalSeconds(60 * number(parts, 7))));
    } catch (DateTimeException wrong) {
      return Answers.notUnderstood(STATUS, "AntivirusSignatureLastUpdated=" + time);
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
