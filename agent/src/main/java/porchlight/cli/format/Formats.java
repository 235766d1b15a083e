package porchlight.cli.format;

import java.util.List;
import java.util.Optional;

/** The formats by name. */
public final class Formats {
  private Formats() {}

  /** Every name, as help lists them. */
  public static List<String> names() {
    return List.of(
        "nagios",
        "checkmk",
        "prtg",
        "zabbix",
        "prom",
        "datto",
        "nsight",
        "solarwinds",
        "ninja",
        "tactical",
        "automate",
        "intune-detect",
        "intune-compliance",
        "jamf",
        "jsonl",
        "ocsf",
        "otlp",
        "html",
        "markdown");
  }

  /** The format of that name. */
  public static Optional<Format> of(String name) {
    return switch (name) {
      case "nagios" -> Optional.of(new Nagios());
      case "checkmk" -> Optional.of(new Checkmk());
      case "prtg" -> Optional.of(new Prtg());
      case "zabbix" -> Optional.of(new Zabbix());
      case "prom" -> Optional.of(new Prometheus());
      case "datto" -> Optional.of(new Datto());
      case "nsight" -> Optional.of(new NSight());
      case "solarwinds" -> Optional.of(new SolarWinds());
      case "ninja" -> Optional.of(LastLine.NINJA);
      case "tactical" -> Optional.of(LastLine.TACTICAL);
      case "automate" -> Optional.of(LastLine.AUTOMATE);
      case "intune-detect" -> Optional.of(LastLine.INTUNE_DETECT);
      case "intune-compliance" -> Optional.of(new IntuneCompliance());
      case "jamf" -> Optional.of(new Jamf());
      case "jsonl" -> Optional.of(new JsonLines());
      case "ocsf" -> Optional.of(new Ocsf());
      case "otlp" -> Optional.of(new Otlp());
      case "html" -> Optional.of(new Html());
      case "markdown" -> Optional.of(new Markdown());
      default -> Optional.empty();
    };
  }
}
