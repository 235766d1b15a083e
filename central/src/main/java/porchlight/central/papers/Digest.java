package porchlight.central.papers;

import java.util.Map;
import porchlight.central.views.DeviceLine;
import porchlight.central.views.Tone;

/** The weekly letter about one organisation: a subject, and the same said as text and as HTML. */
public record Digest(String subject, String text, String html) {
  /** Devices that a letter names. */
  private static final int MOST_NAMED = 15;

  /** The letter. */
  public static Digest of(Account account, Week week) {
    String subject = account.organisation() + ": " + account.tally().headline();
    return new Digest(
        subject,
        text(account, week),
        Template.filled(
            "digest.jte", Map.of("account", account, "week", week, "named", MOST_NAMED)));
  }

  private static String text(Account account, Week week) {
    StringBuilder text = new StringBuilder();
    line(text, account.organisation());
    line(text, account.tally().headline());
    line(text, "As of " + account.at().exact());
    line(text, "");
    for (Tone tone : Tone.values()) {
      if (account.tally().of(tone) > 0) {
        line(text, tone.label() + ": " + account.tally().of(tone));
      }
    }
    line(text, "");
    line(text, lately(week));
    for (Week.Turn turn : week.began()) {
      line(text, "- " + turn.device() + ": " + turn.title() + " (" + turn.at().ago() + ")");
    }
    if (!account.unheard().isEmpty()) {
      line(text, "");
      line(text, "Not heard, so nothing is known of them now:");
      account.unheard().stream()
          .limit(MOST_NAMED)
          .forEach(device -> line(text, "- " + device.name() + ": " + device.presence()));
      int more = account.unheard().size() - MOST_NAMED;
      if (more > 0) {
        line(text, "- and " + more + " more");
      }
    }
    if (!account.blind().isEmpty()) {
      line(text, "");
      line(text, "Could not be told:");
      for (Account.Blind blind : account.blind()) {
        line(text, "- " + blind.title() + ": " + blind.obstacle() + ", on " + blind.devices());
      }
    }
    line(text, "");
    line(text, needsHelp(account));
    return text.toString();
  }

  private static String needsHelp(Account account) {
    String names =
        String.join(
            ", ",
            account.devices().stream()
                .filter(device -> device.tone() == Tone.UNSAFE || device.tone() == Tone.CARE)
                .limit(MOST_NAMED)
                .map(DeviceLine::name)
                .toList());
    return names.isEmpty() ? "None is known to need help." : "Look first at: " + names;
  }

  /** "In the last 7 days 3 checks began to fail, 1 ended, 2 could no longer be told." */
  public static String lately(Week week) {
    return "In the last 7 days "
        + week.opened()
        + (week.opened() == 1 ? " check" : " checks")
        + " began to fail, "
        + week.closed()
        + " ended, "
        + week.blinded()
        + " could no longer be told.";
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append("\r\n");
  }
}
