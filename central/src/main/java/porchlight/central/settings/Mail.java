package porchlight.central.settings;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the weekly digest is mailed: by which server, from whom, to whom per organisation (by name),
 * and from which day and hour (UTC) on.
 */
public record Mail(
    String host,
    int port,
    Security security,
    Optional<Login> login,
    String from,
    Map<String, List<String>> to,
    DayOfWeek day,
    int hour) {
  /** How the connection is kept from listeners. */
  public enum Security {
    /** Asks for TLS on the open connection, and sends nothing where it is refused. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None: to this machine only. */
    NONE
  }

  /** Who sends. */
  public record Login(String user, Secret password) {}
}
